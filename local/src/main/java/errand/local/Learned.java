package errand.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a JVM that ran all services learned (JEP 483 and 514), kept in a file that the {@code
 * errand} script names and that its next build deletes. With it services start in two thirds of the
 * time, and those with a process each in a third.
 */
final class Learned {

    /** Set by the script: where it is, or will be. */
    private static final String FILE = "errand.learned";

    /** Whether this JVM keeps what it learns when it ends. */
    private static final String LEARNS = "errand.learns";

    private Learned() {}

    /**
     * Options of a JVM with this one's class path.
     *
     * @param arguments what it will be told; only one that runs all services has much to learn
     */
    static List<String> options(List<String> arguments) {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty()) {
            return List.of();
        }
        if (Files.exists(Path.of(file))) {
            var options = new ArrayList<>(uses(file));
            options.addAll(told());
            return options;
        }
        return arguments.contains("up") && !arguments.contains("--processes")
                ? List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot*=off", "-D" + LEARNS + "=true")
                : List.of();
    }

    /**
     * Options of a JVM for one service with this one's class path. It learns nothing itself: that
     * takes some seconds for each, when it ends. Classes only, not which methods were compiled how:
     * whoever learned that had one compiler of two (JEP 515), and with it a service under load came
     * to two thirds of its speed.
     */
    static List<String> used() {
        String file = System.getProperty(FILE, "");
        if (file.isEmpty() || !Files.exists(Path.of(file))) {
            return List.of();
        }
        var options = new ArrayList<>(uses(file));
        options.add("-XX:+UnlockDiagnosticVMOptions");
        options.add("-XX:-AOTReplayTraining");
        return options;
    }

    private static List<String> uses(String file) {
        return List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off");
    }

    /** For a JVM that starts services, but does not run them: it tells them where to look. */
    static List<String> told() {
        String file = System.getProperty(FILE, "");
        return file.isEmpty() ? List.of() : List.of("-D" + FILE + "=" + file);
    }

    /** What to say when this JVM ends and that takes longer than usual; empty when it does not. */
    static String says() {
        return Boolean.getBoolean(LEARNS)
                ? "Keeping what was learned, so that the next start is shorter (once after a build, some seconds)"
                : "";
    }
}
