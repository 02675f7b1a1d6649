package errand.local;

import errand.embedded.PostgresCommand;
import errand.embedded.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Starts, stops and restarts the services of a running installation that have a process of their
 * own. Several launchers, in several JVMs, may look after one data folder: what they know of each
 * other stands there.
 */
public final class Launcher {

    /** How long a service may take to get ready before it counts as failed. */
    public static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(7);
    private static final Duration EXIT_CODE_WITHIN = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Deployment deployment;
    private final Health health;
    private final Map<String, Process> started = new ConcurrentHashMap<>();

    Launcher(Deployment deployment) {
        this.deployment = deployment;
        this.health = new Health(deployment);
    }

    /** For what {@code up} runs on this data folder; refused when nothing does. */
    public static Launcher of(Path data) {
        return new Launcher(
                Deployment.of(DataFolder.of(data))
                        .orElseThrow(
                                () ->
                                        new Complaint(
                                                "Nothing runs on %s. Start it: ./errand up"
                                                        .formatted(data))));
    }

    /** The services with a process of their own, in the order in which they start. */
    public List<String> names() {
        return deployment.apart().stream().map(Service::name).toList();
    }

    /** The number of a service's process while it runs. */
    public Optional<Long> pid(String name) {
        return pidFile(name).process().map(ProcessHandle::pid);
    }

    public boolean isRunning(String name) {
        return pidFile(name).process().isPresent();
    }

    /** Starts the process of a service that does not run; {@link #awaitReady} waits for it. */
    public void start(String name) {
        var service = apart(name);
        if (isRunning(name)) {
            throw new Complaint("'%s' runs already (pid %d)".formatted(name, pid(name).orElse(0L)));
        }
        try {
            var log = deployment.data().log(name).toFile();
            var process =
                    new ProcessBuilder(JavaCommand.inOwnSession(command(service)))
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            started.put(name, process);
            pidFile(name).write(process.pid());
        } catch (IOException e) {
            throw new Complaint("Cannot start '%s': %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Waits until a service does its work; a {@link Complaint} says why it will not. */
    public void awaitReady(String name) {
        var service = apart(name);
        if (!health.await(service, READY_WITHIN, () -> isAlive(name))) {
            throw new Complaint(
                    "'%s' did not get ready: %s. Its log: %s"
                            .formatted(
                                    name,
                                    isAlive(name)
                                            ? "no answer within %d s"
                                                    .formatted(READY_WITHIN.toSeconds())
                                            : "it ended" + exitCode(name),
                                    deployment.data().log(name)));
        }
    }

    /**
     * Asks a service to end, and makes it after some seconds; nothing happens if it does not run.
     */
    public void stop(String name) {
        pidFile(name)
                .process()
                .ifPresent(
                        process -> {
                            if (name.equals(Services.POSTGRES.name())) {
                                PostgresServer.stop(process, STOPS_WITHIN);
                            } else {
                                stop(process);
                            }
                        });
        pidFile(name).delete();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends a service at once, as {@code kill -9} does, and returns when it is gone, with what it
     * has started: PostgreSQL's other processes end by themselves a moment later, and until then no
     * new server starts on the same data.
     */
    public void kill(String name) {
        var process =
                pidFile(name)
                        .process()
                        .orElseThrow(() -> new Complaint("'%s' does not run".formatted(name)));
        var whole = Stream.concat(process.descendants(), Stream.of(process)).toList();
        process.destroyForcibly();
        awaitEnd(whole);
    }

    /** Looks often: the JDK's own wait for processes that it did not start takes half a second. */
    private static void awaitEnd(List<ProcessHandle> processes) {
        long until = System.nanoTime() + STOPS_WITHIN.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > until) {
                throw new Complaint("What was killed is still there: " + processes);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Stops, starts, and waits until the service is ready. */
    public void restart(String name) {
        stop(name);
        start(name);
        awaitReady(name);
    }

    /**
     * How the process of a service ended, if this launcher started it. The system tells of an end a
     * moment before its exit code is there, so this waits a little for the code.
     */
    OptionalInt exit(String name) {
        var process = started.get(name);
        try {
            return process != null && process.waitFor(EXIT_CODE_WITHIN)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    String exitCode(String name) {
        var code = exit(name);
        if (code.isEmpty()) {
            return "";
        }
        int signal = code.getAsInt() - 128;
        return signal > 0
                ? " (exit code %d, signal %d)".formatted(code.getAsInt(), signal)
                : " (exit code %d)".formatted(code.getAsInt());
    }

    private boolean isAlive(String name) {
        var process = started.get(name);
        return process == null ? isRunning(name) : process.isAlive();
    }

    private List<String> command(Service service) {
        return service.kind() == Service.Kind.POSTGRES
                ? PostgresCommand.server(deployment.data().postgres(), deployment.port(service))
                : JavaCommand.service(deployment, service);
    }

    private Service apart(String name) {
        var service = deployment.service(name);
        if (!deployment.isApart(service)) {
            throw new Complaint(
                    ("'%s' has no process of its own here. For one each: ./errand down, then"
                                    + " ./errand up --processes")
                            .formatted(name));
        }
        return service;
    }

    private PidFile pidFile(String name) {
        return new PidFile(deployment.data(), name);
    }
}
