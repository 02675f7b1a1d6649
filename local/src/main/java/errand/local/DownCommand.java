package errand.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops all that runs on the data, agents first; the data stays. */
@Command(name = "down", description = "Stop all services; the data stays.")
final class DownCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Override
    public Integer call() {
        var deployment = Deployment.of(where.data());
        if (deployment.isEmpty()) {
            System.out.printf("Nothing runs on %s.%n", where.data().path());
            return 0;
        }
        new Stopping(deployment.get()).stopAll();
        System.out.printf("Stopped. The data stays in %s.%n", where.data().path());
        return 0;
    }
}
