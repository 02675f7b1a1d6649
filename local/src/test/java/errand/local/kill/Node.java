package errand.local.kill;

import errand.local.Another;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** One of two orchestrators that share the work. */
interface Node {

    String name();

    /** As a URL. */
    String http();

    Path log();

    /** As {@code kill -9}; returns when it is gone. */
    void kill();

    /** Begins to start what was killed. */
    void start() throws IOException;

    void awaitReady();

    /** The one that {@code up} has started. */
    record First(Installation installation) implements Node {

        @Override
        public String name() {
            return "first";
        }

        @Override
        public String http() {
            return installation.http(Installation.ORCHESTRATOR);
        }

        @Override
        public Path log() {
            return installation.log(Installation.ORCHESTRATOR);
        }

        @Override
        public void kill() {
            installation.kill(Installation.ORCHESTRATOR);
        }

        @Override
        public void start() {
            installation.start(Installation.ORCHESTRATOR);
        }

        @Override
        public void awaitReady() {
            installation.awaitReady(Installation.ORCHESTRATOR);
        }
    }

    /** The one beside it. */
    record Second(Another process, Duration patience) implements Node {

        @Override
        public String name() {
            return "second";
        }

        @Override
        public String http() {
            return process.http();
        }

        @Override
        public Path log() {
            return process.log();
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void start() throws IOException {
            process.start();
        }

        @Override
        public void awaitReady() {
            process.awaitReady(patience);
        }
    }
}
