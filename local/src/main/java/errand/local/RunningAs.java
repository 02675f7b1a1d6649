package errand.local;

import org.jspecify.annotations.Nullable;

/**
 * Which service the current thread works for, where several share one JVM. Threads inherit it from
 * the one that makes them; the log is told apart by it.
 */
final class RunningAs {

    private static final InheritableThreadLocal<@Nullable String> NAME =
            new InheritableThreadLocal<>();

    private RunningAs() {}

    static String name() {
        var name = NAME.get();
        return name == null ? "supervisor" : name;
    }

    static void set(String service) {
        NAME.set(service);
    }
}
