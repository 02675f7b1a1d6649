package errand.orchestrator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Sees to it that what asks nobody who they are listens on loopback only, unless whoever deploys it
 * says that strangers cannot reach it: something in front knows people, or it is a container whose
 * port is published on the host's loopback (docs/decisions/0009-containers.md). Neither can be seen
 * from inside, so neither is ever guessed.
 */
final class Exposure {

    private Exposure() {}

    /** The service would listen where strangers reach it. */
    static final class Open extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Open(String address) {
            super(
                    "server.address is %s: anybody who reaches it could spend money, since there is no authentication. It can listen on 127.0.0.1."
                            .formatted(address));
        }
    }

    static void check(Environment environment) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        boolean guarded =
                said(environment, "errand.web.behind-auth")
                        || said(environment, "errand.web.published-on-loopback");
        if (!guarded && !loopback(address)) {
            throw new Open(address);
        }
    }

    private static boolean said(Environment environment, String property) {
        return environment.getProperty(property, Boolean.class, Boolean.FALSE);
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
