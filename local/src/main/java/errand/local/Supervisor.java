package errand.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a deployment: starts its services in order, tells when one of them dies, and stops them,
 * agents first and the broker last. It restarts nothing by itself.
 */
final class Supervisor {

    /** Contexts are built by the processor: more at once than processors only makes all late. */
    private static final int STARTS_AT_ONCE =
            Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Deployment deployment;
    private final PrintStream out;
    private final Launcher launcher;
    private final InThisJvm inThisJvm;
    private final long begun = System.nanoTime();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();

    Supervisor(Deployment deployment, PrintStream out) {
        this.deployment = deployment;
        this.out = out;
        this.launcher = new Launcher(deployment);
        this.inThisJvm = new InThisJvm(deployment);
    }

    /** Returns when all services are ready; a {@link Complaint} tells why one is not. */
    void start() {
        var services = deployment.services();
        var stores = List.of(Services.BROKER, Services.POSTGRES);
        together(stores.size(), stores);
        var registry = services.stream().filter(s -> s.kind() == Service.Kind.REGISTRY).toList();
        together(1, registry);
        var rest = services.stream().filter(s -> s.kind() == Service.Kind.APPLICATION).toList();
        together(STARTS_AT_ONCE, rest);
        say(
                "Ready after %s: %d services, data in %s",
                seconds(), services.size(), deployment.folder());
        out.println(deployment.url());
        out.flush();
    }

    private void together(int atOnce, List<Service> services) {
        try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
            var starts = new ArrayList<CompletableFuture<Void>>();
            for (var service : services) {
                starts.add(CompletableFuture.runAsync(() -> start(service), pool));
            }
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Complaint complaint) {
                throw complaint;
            }
            throw e;
        }
    }

    private void start(Service service) {
        if (stopping.get() || failed.get()) {
            return;
        }
        try {
            run(service);
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
        var where = service.speaksHttp() ? deployment.http(service) : deployment.address(service);
        say("%-14s ready %8s  %s", service.name(), seconds(), where);
    }

    private void run(Service service) {
        if (deployment.isApart(service)) {
            launcher.start(service.name());
            launcher.awaitReady(service.name());
        } else {
            inThisJvm.start(service);
        }
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }

    /** Watches until {@link #stop} is called, and says once of each process that it died. */
    void watch() throws InterruptedException {
        Set<String> dead = new HashSet<>();
        while (!stopping.get()) {
            for (var name : launcher.names()) {
                boolean runs = launcher.isRunning(name);
                if (!runs && dead.add(name)) {
                    tellDeath(name);
                } else if (runs && dead.remove(name)) {
                    say("%s runs again (pid %d)", name, launcher.pid(name).orElse(0L));
                }
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    private void tellDeath(String name) {
        if (!stopping.get()) {
            say(
                    "%s died%s; the rest keeps running. Its log: %s. Start it again: ./errand restart %s",
                    name, launcher.exitCode(name), deployment.data().log(name), name);
        }
    }

    /** Stops everything; calling it again does nothing. */
    void stop() {
        if (stopping.getAndSet(true)) {
            return;
        }
        inThisJvm.stop();
        new Stopping(deployment).stopProcesses();
        say("Stopped. The data stays in %s.", deployment.folder());
        if (!Learned.says().isEmpty()) {
            say("%s", Learned.says());
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
