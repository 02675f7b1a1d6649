package errand.runtime.live;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** What every setting that leads to a vendor keeps. */
public final class Endpoint {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private Endpoint() {}

    /**
     * Refuses an address that keys and people's data would reach in the clear.
     *
     * @param setting its name, such as {@code errand.amap.live.base}
     * @throws IllegalArgumentException unless it begins with {@code https} or is on this machine
     */
    public static void isSafe(String setting, URI address) {
        boolean safe = "https".equals(address.getScheme());
        if (!safe && !THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
            throw new IllegalArgumentException(
                    "%s is %s; only https leaves this machine, because keys are sent there."
                            .formatted(setting, address));
        }
    }

    /**
     * Refuses a limit that no answer could keep.
     *
     * @param setting its name
     * @param usual such as {@code 5s}
     * @throws IllegalArgumentException unless it is longer than nothing
     */
    public static void takesTime(String setting, Duration within, String usual) {
        if (!within.isPositive()) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be longer than nothing, such as %s."
                            .formatted(setting, within, usual));
        }
    }
}
