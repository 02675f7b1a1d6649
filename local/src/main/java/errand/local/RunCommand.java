package errand.local;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs an agent of one's own in this terminal, beside an installation that runs already. */
@Command(
        name = "run",
        description = "Run an agent of your own, in this terminal, beside what runs already.")
final class RunCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "where it was built (default: here)")
    private Path dir = Path.of(".");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var agent = OwnAgent.in(dir).service();
        var deployment = beside(where.running(), agent);
        System.out.printf("%s at %s; Ctrl-C stops it%n", agent.name(), deployment.http(agent));
        var process =
                new ProcessBuilder(JavaCommand.service(deployment, agent)).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "stop-agent"));
        return process.waitFor();
    }

    /** Ctrl-C reaches it, too; whoever ends this command alone wants it to end as well. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Deployment beside(Deployment running, Service agent) {
        if (running.services().stream().anyMatch(other -> other.name().equals(agent.name()))) {
            throw new Complaint(
                    "'%s' runs already on %s. After a change: ./errand restart %s"
                            .formatted(agent.name(), running.folder(), agent.name()));
        }
        var ports = new HashMap<>(running.ports());
        ports.put(agent.name(), FreePort.any());
        return running.withPorts(ports);
    }
}
