package errand.bench.frame;

import java.lang.management.ManagementFactory;

/**
 * What was measured on.
 *
 * @param memoryMb of the whole machine; 0 when it does not tell
 */
public record Machine(int cores, long memoryMb, String os, String jvm) {

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                megabytes(),
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                "%s %s"
                        .formatted(
                                System.getProperty("java.vm.name"),
                                System.getProperty("java.vm.version")));
    }

    private static long megabytes() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }
}
