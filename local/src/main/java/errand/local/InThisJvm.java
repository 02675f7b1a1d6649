package errand.local;

import errand.embedded.registry.RegistryServer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The services that share this JVM: a Spring context with a port of its own each. */
final class InThisJvm {

    private final Deployment deployment;
    private final Deque<AutoCloseable> agents = new ConcurrentLinkedDeque<>();
    private final Deque<AutoCloseable> rest = new ConcurrentLinkedDeque<>();

    InThisJvm(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Returns when the service is ready for work. */
    void start(Service service) {
        RunningAs.set(service.name());
        (service.name().startsWith("agent-") ? agents : rest).push(started(service));
    }

    private AutoCloseable started(Service service) {
        try {
            return service.kind() == Service.Kind.REGISTRY
                    ? RegistryServer.start(
                            deployment.address(Services.BROKER), deployment.port(service))
                    : application(service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "%s has no public static start(String...)".formatted(service.main()), e);
        } catch (IOException | RuntimeException e) {
            throw new Complaint(
                    "'%s' did not start: %s. Its log: %s"
                            .formatted(
                                    service.name(),
                                    rootMessage(e).replaceAll("[.]$", ""),
                                    deployment.data().log(service.name())),
                    e);
        }
    }

    /** By name: the agents on the class path are known by the table of services alone. */
    private AutoCloseable application(Service service)
            throws ReflectiveOperationException, IOException {
        try {
            var arguments = arguments(service).toArray(String[]::new);
            return (AutoCloseable)
                    Class.forName(service.main())
                            .getMethod("start", String[].class)
                            .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    private List<String> arguments(Service service) {
        var arguments = new ArrayList<>(deployment.settings(service));
        // The supervisor closes contexts in its own order, and metrics stay apart.
        arguments.add("--spring.main.register-shutdown-hook=false");
        arguments.add("--management.metrics.use-global-registry=false");
        return arguments;
    }

    static String rootMessage(Throwable thrown) {
        var root = thrown;
        for (var next = thrown; next != null; next = next.getCause()) {
            root = next;
        }
        var message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message.strip();
    }

    /** Closes all, agents first. */
    void stop() {
        closeTogether(agents);
        closeTogether(rest);
    }

    private static void closeTogether(Deque<AutoCloseable> contexts) {
        try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
            var closings = new ArrayList<Callable<Void>>();
            for (var context = contexts.poll(); context != null; context = contexts.poll()) {
                var closing = context;
                closings.add(
                        () -> {
                            closing.close();
                            return null;
                        });
            }
            for (var closed : closers.invokeAll(closings, 6, TimeUnit.SECONDS)) {
                if (!closed.isCancelled()) {
                    closed.get();
                }
            }
            closers.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // It ends with this JVM anyhow; its log says what it could not close.
        }
    }
}
