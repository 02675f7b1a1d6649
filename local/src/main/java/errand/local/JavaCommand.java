package errand.local;

import errand.bench.frame.ErrandCommand;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Command lines of JVMs that run parts of Errand with this JVM's own JDK and class path. */
final class JavaCommand {

    /** Quiet about what the JDK will forbid to libraries some day, and small. */
    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** Whose thread died of it would look alive; what is gone is seen, and goes on from the log. */
    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    private JavaCommand() {}

    /** A JVM for one service. */
    static List<String> service(Deployment deployment, Service service) {
        var command = new ArrayList<String>();
        command.add(java());
        // First of all: they tell whose process it is (PidFile), and what comes late may be cut
        // off.
        command.add("-Derrand.service=" + service.name());
        command.add("-Derrand.data=" + deployment.folder());
        command.addAll(ALWAYS);
        command.add(EXIT);
        command.addAll(heap(service));
        if (service.classPath().isEmpty()) {
            command.addAll(Learned.used());
        }
        command.add("-Dlogback.configurationFile=errand/local/apart.xml");
        command.add("-Dlogging.config=classpath:errand/local/apart.xml");
        command.addAll(passedOn());
        command.add("-cp");
        command.add(classPath(service));
        command.add(service.main());
        command.addAll(arguments(deployment, service));
        return command;
    }

    /** A JVM for this command itself. */
    static List<String> cli(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(ALWAYS);
        command.add(EXIT);
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xmx512m");
        command.addAll(Learned.options(arguments));
        command.addAll(passedOn());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(arguments);
        return command;
    }

    /** A JVM for a bench: no service, but it may run this command. */
    static List<String> bench(String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(ALWAYS);
        command.add("-Xmx512m");
        command.addAll(Learned.told());
        command.add("-Dlogback.configurationFile=errand/local/quiet.xml");
        command.add("-D" + ErrandCommand.PROPERTY + "=" + String.join("\n", cli(List.of())));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    private static String classPath(Service service) {
        var own = System.getProperty("java.class.path");
        return service.classPath().isEmpty() ? own : service.classPath() + File.pathSeparator + own;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> heap(Service service) {
        return switch (service.kind()) {
            case BROKER -> List.of("-Xms64m", "-Xmx256m");
            case REGISTRY -> List.of("-Xmx64m");
            // Remembers each conversation for a while.
            case APPLICATION ->
                    List.of(service.equals(Services.ORCHESTRATOR) ? "-Xmx512m" : "-Xmx256m");
            case POSTGRES -> List.of();
        };
    }

    private static List<String> arguments(Deployment deployment, Service service) {
        int port = deployment.port(service);
        return switch (service.kind()) {
            case BROKER -> List.of(deployment.data().kafka().toString(), Integer.toString(port));
            case REGISTRY -> List.of(Integer.toString(port), deployment.address(Services.BROKER));
            case APPLICATION -> deployment.settings(service);
            case POSTGRES -> List.of();
        };
    }

    /**
     * What a person sets for all: {@code ERRAND_JAVA_OPTS}; and {@code errand.test.*} of tests, of
     * which {@code errand.test.java-opts} are such options too.
     */
    private static List<String> passedOn() {
        var options = new ArrayList<String>();
        options.addAll(words(System.getenv("ERRAND_JAVA_OPTS")));
        options.addAll(words(System.getProperty("errand.test.java-opts")));
        System.getProperties()
                .forEach(
                        (key, value) -> {
                            if (key.toString().startsWith("errand.test.")) {
                                options.add("-D" + key + "=" + value);
                            }
                        });
        return options;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    /** Puts a command into a session of its own, so that Ctrl-C at the terminal is ours alone. */
    static List<String> inOwnSession(List<String> command) {
        var whole = new ArrayList<String>();
        if (isOnPath("setsid")) {
            whole.add("setsid");
        } else if (isOnPath("perl")) {
            whole.addAll(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean isOnPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
