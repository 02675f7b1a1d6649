package errand.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops the process of one service, if it runs, and starts it again. */
@Command(name = "restart", description = "Start one service again that has a process of its own.")
final class RestartCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "SERVICE", description = "as in ./errand status")
    private String service = "";

    @Override
    public Integer call() {
        var launcher = new Launcher(where.running());
        launcher.restart(service);
        System.out.printf("%s runs (pid %d)%n", service, launcher.pid(service).orElse(0L));
        return 0;
    }
}
