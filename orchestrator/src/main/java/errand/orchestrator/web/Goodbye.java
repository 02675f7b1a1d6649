package errand.orchestrator.web;

import errand.orchestrator.web.stream.Tail;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the streams of pages before the web server stops, which otherwise waits for them in vain.
 */
final class Goodbye implements SmartLifecycle {

    private final Tail tail;
    private volatile boolean running;

    Goodbye(Tail tail) {
        this.tail = tail;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        tail.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts last, stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
