package errand.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the processes of a deployment in order: agents, orchestrator, registry, the stores last. */
final class Stopping {

    private static final Duration SUPERVISOR_STOPS_WITHIN = Duration.ofSeconds(15);

    /** When all is stopped and its JVM only keeps what it {@link Learned}. */
    private static final Duration SUPERVISOR_KEEPS_WITHIN = Duration.ofSeconds(60);

    private final Deployment deployment;
    private final Launcher launcher;

    Stopping(Deployment deployment) {
        this.deployment = deployment;
        this.launcher = new Launcher(deployment);
    }

    /** The supervisor stops all in good order; what it leaves, or had left, is stopped after it. */
    void stopAll() {
        var supervisor = new PidFile(deployment.data(), "supervisor").number();
        if (RunLock.isTaken(deployment.data()) && supervisor.isPresent()) {
            ProcessHandle.of(supervisor.get()).ifPresent(this::stopSupervisor);
        }
        stopProcesses();
    }

    private void stopSupervisor(ProcessHandle supervisor) {
        supervisor.destroy();
        boolean over =
                ended(supervisor, SUPERVISOR_STOPS_WITHIN)
                        || (isAllStopped() && ended(supervisor, SUPERVISOR_KEEPS_WITHIN));
        if (!over) {
            supervisor.destroyForcibly();
            supervisor.onExit().join();
        }
    }

    private boolean isAllStopped() {
        return new PidFile(deployment.data(), "supervisor").number().isEmpty();
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void stopProcesses() {
        var names = launcher.names();
        stopTogether(names.stream().filter(name -> name.startsWith("agent-")).toList());
        stopTogether(names.stream().filter(Services.ORCHESTRATOR.name()::equals).toList());
        stopTogether(names.stream().filter(Services.REGISTRY.name()::equals).toList());
        stopTogether(List.of(Services.POSTGRES.name(), Services.BROKER.name()));
        new PidFile(deployment.data(), "supervisor").delete();
        deployment.forget();
    }

    private void stopTogether(List<String> names) {
        var threads = new ArrayList<Thread>();
        for (var name : names) {
            threads.add(Thread.ofVirtual().start(() -> launcher.stop(name)));
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
