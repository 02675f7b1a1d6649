package errand.local;

import errand.bench.recovery.Victims;
import java.nio.file.Path;

/** Lets a bench kill and start the services of an installation that was made for it. */
public final class BenchVictims implements Victims.Provider {

    @Override
    public Victims of(Path data) {
        var launcher = Launcher.of(data);
        return new Victims() {
            @Override
            public void kill(String service) {
                launcher.kill(service);
            }

            @Override
            public void start(String service) {
                launcher.start(service);
            }

            @Override
            public void awaitReady(String service) {
                launcher.awaitReady(service);
            }
        };
    }
}
