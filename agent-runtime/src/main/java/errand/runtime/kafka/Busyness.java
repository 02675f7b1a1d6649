package errand.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether tasks have to wait because all workers have been taken for a while. Says when that
 * changes, so that people who wait can be told why; what passes within a second is nobody's
 * business.
 */
final class Busyness {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** So many looks in a row must agree. */
    private static final int SURE = 4;

    private final BooleanSupplier allTaken;
    private final Runnable changed;
    private volatile boolean busy;
    private int otherwise;
    private @Nullable Thread thread;

    Busyness(BooleanSupplier allTaken, Runnable changed) {
        this.allTaken = allTaken;
        this.changed = changed;
    }

    boolean isBusy() {
        return busy;
    }

    void start() {
        thread = Thread.ofVirtual().name("busyness").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        otherwise = allTaken.getAsBoolean() == busy ? 0 : otherwise + 1;
        if (otherwise >= SURE) {
            otherwise = 0;
            busy = !busy;
            changed.run();
        }
    }

    void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
