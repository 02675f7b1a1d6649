package errand.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class FreePort {

    /**
     * Below the ports that operating systems give to outgoing connections (32768 on Linux, 49152
     * elsewhere): one of those could take the port before the service listens.
     */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private static final int TRIES = 200;

    private FreePort() {}

    /** A port that was free a moment ago, picked at random. */
    public static int any() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "No free port of 127.0.0.1 was found between %d and %d, after %d tries"
                        .formatted(FROM, TO, TRIES));
    }

    /** {@code wanted} if it is free, another one otherwise. */
    public static int preferring(int wanted) {
        return isFree(wanted) ? wanted : any();
    }

    public static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
