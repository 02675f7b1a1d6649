package errand.local;

import errand.embedded.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Starts everything on this machine, and stays with it unless it is detached. */
@Command(
        name = "up",
        description = "Start broker, registry, PostgreSQL, orchestrator and all agents.")
final class UpCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Option(names = "--detach", description = "return when all is ready; stop with ./errand down")
    private boolean detach;

    @Option(names = "--fresh", description = "delete all data first")
    private boolean fresh;

    @Option(names = "--processes", description = "a process for each service")
    private boolean processes;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "let the business clock start here, such as 2026-12-01T09:00:00Z")
    private @Nullable Instant clock;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the sandbox world")
    private @Nullable Long seed;

    @Option(names = "--world", paramLabel = "DIR", description = "a sandbox world of your own")
    private @Nullable Path world;

    @Option(
            names = "--with",
            paramLabel = "NAME|DIR",
            description =
                    "start besides: bench, mcp, mcp:FILE, or the agent that was built in a folder")
    private List<String> with = List.of();

    @Override
    public Integer call() throws Exception {
        var data = where.data();
        refuseIfRunning(data);
        with = with.stream().map(McpFile::located).toList();
        if (fresh) {
            data.wipe();
        }
        data.create();
        refuseWrongOptions();
        refuseTakenPort();
        return detach ? new Detaching(data).start(again()) : stay(data);
    }

    private int stay(DataFolder data) throws InterruptedException {
        try (var _ = RunLock.take(data).orElseThrow(() -> alreadyRunning(data))) {
            logInto(data);
            var deployment = deployment(data);
            deployment.save();
            new PidFile(data, "supervisor").write(ProcessHandle.current().pid());
            supervise(new Supervisor(deployment, System.out), data);
            return 0;
        }
    }

    private static void supervise(Supervisor supervisor, DataFolder data)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop-all"));
        try {
            supervisor.start();
        } catch (RuntimeException e) {
            supervisor.stop();
            throw e;
        }
        Detaching.tellReady(data);
        supervisor.watch();
    }

    private Deployment deployment(DataFolder data) {
        var own = own();
        var services = Services.with(names(), own);
        return new Deployment(
                data.path().toString(),
                processes,
                names(),
                own,
                RememberedPorts.pick(data, services, where.port()),
                Instant.now(),
                clock == null ? MovedClock.of(data).orElse(null) : clock,
                seed,
                world == null ? null : world.toAbsolutePath().normalize().toString());
    }

    private List<String> names() {
        return with.stream().filter(name -> !isFolder(name)).toList();
    }

    private List<OwnAgent> own() {
        return with.stream().filter(UpCommand::isFolder).map(Path::of).map(OwnAgent::in).toList();
    }

    private static boolean isFolder(String name) {
        return !Services.isOnRequest(McpFile.service(name))
                && (name.contains("/") || Files.isDirectory(Path.of(name)));
    }

    /** Has to be said before the first logger is made. */
    private static void logInto(DataFolder data) {
        System.setProperty("errand.logs", data.logs().toString());
        System.setProperty("logback.configurationFile", "errand/local/together.xml");
        // Tomcat logs by java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private void refuseIfRunning(DataFolder data) {
        if (isTakenForLong(data)) {
            throw alreadyRunning(data);
        }
        Deployment.of(data).ifPresent(UpCommand::refuseLeftovers);
    }

    /** A {@code status} that looks takes the lock for a moment, too. */
    private static boolean isTakenForLong(DataFolder data) {
        for (int i = 0; i < 3; i++) {
            if (!RunLock.isTaken(data)) {
                return false;
            }
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }

    private static Complaint alreadyRunning(DataFolder data) {
        var url = Deployment.of(data).map(Deployment::url).orElse("(starting)");
        return new Complaint(
                "Already running at %s (data in %s). Stop it with: ./errand down"
                        .formatted(url, data.path()));
    }

    private static void refuseLeftovers(Deployment deployment) {
        var launcher = new Launcher(deployment);
        var left =
                launcher.names().stream()
                        .filter(launcher::isRunning)
                        .map(name -> "%s (pid %d)".formatted(name, launcher.pid(name).orElse(0L)))
                        .toList();
        if (!left.isEmpty()) {
            throw new Complaint(
                    ("An earlier run on %s ended without stopping all of it: %s still runs. Stop it"
                                    + " with: ./errand down")
                            .formatted(deployment.folder(), String.join(", ", left)));
        }
    }

    private void refuseWrongOptions() {
        var names = Services.with(names(), own()).stream().map(Service::name).toList();
        for (var name : names) {
            if (Collections.frequency(names, name) > 1) {
                throw new Complaint(
                        "There are two services called '%s'. Start one of them.".formatted(name));
            }
        }
        if (world != null && !Files.isDirectory(world)) {
            throw new Complaint("--world %s is not a folder".formatted(world));
        }
        if (world != null) {
            WorldPacks.check(world);
        }
    }

    private void refuseTakenPort() {
        int port = where.port();
        if (!FreePort.isFree(port)) {
            throw new Complaint(
                    "Port %d is taken%s. Stop that, or choose another: ./errand up --port %d"
                            .formatted(
                                    port,
                                    PortOwner.of(port).map(owner -> " by " + owner).orElse(""),
                                    FreePort.preferring(port + 1)));
        }
    }

    /** The same request for the process that stays: not detached, and the data wiped by now. */
    private List<String> again() {
        var arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of("--data", where.data().path().toString()));
        arguments.addAll(List.of("--port", Integer.toString(where.port())));
        if (processes) {
            arguments.add("--processes");
        }
        add(arguments, "--clock", clock);
        add(arguments, "--seed", seed);
        add(arguments, "--world", world == null ? null : world.toAbsolutePath());
        names().forEach(name -> add(arguments, "--with", name));
        own().forEach(agent -> add(arguments, "--with", agent.folder()));
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value.toString());
        }
    }

    /** Reads an instant or says how one looks. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'%s' is no instant such as 2026-12-01T09:00:00Z".formatted(text));
            }
        }
    }
}
