package errand.bench.plans;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Drives a {@link Load}: with a fixed number in flight, or at a fixed rate. At a rate, latency
 * counts from the instant at which a piece was due, so that a stall is paid by all who wait in it.
 */
final class Driver {

    private static final long WARM_AFTER = 20_000;

    private final Load load;
    private final Duration doneWithin;
    private final Map<Long, Long> askedAt = new ConcurrentHashMap<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong doneInWindow = new AtomicLong();
    private final Histogram latencies = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final Semaphore free = new Semaphore(0);
    private volatile boolean measuring;
    private long asked;

    /**
     * @param doneWithin what is not done so long after the last was asked for is lost
     */
    Driver(Load load, Duration doneWithin) {
        this.load = load;
        this.doneWithin = doneWithin;
        load.start(this::done);
    }

    /** What was measured in one window. */
    record Figures(double perSecond, Histogram latencies, Duration window, long asked) {

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Who wants to know when a measured window opens and closes. */
    interface Window {
        void opens();

        void closes();
    }

    private void done(long number) {
        Long since = askedAt.remove(number);
        if (since == null) {
            return; // somebody else's, or told twice
        }
        done.incrementAndGet();
        if (measuring) {
            doneInWindow.incrementAndGet();
            latencies.recordValue(Math.max(1, System.nanoTime() - since));
        }
        free.release();
    }

    /** As fast as it goes with so many in flight. */
    Figures closed(int inFlight, Duration warmUp, Duration measured, Window window)
            throws InterruptedException {
        free.drainPermits();
        free.release(inFlight);
        warm(warmUp);
        long before = asked;
        window.opens();
        long opened = open();
        askUntil(opened + measured.toNanos());
        Figures figures = close(opened, before);
        window.closes();
        awaitAll();
        return figures;
    }

    /** A JVM is warm after much work rather than much time, as far as that does not take ages. */
    private void warm(Duration atLeast) throws InterruptedException {
        long began = System.nanoTime();
        long atMost = began + atLeast.multipliedBy(4).toNanos();
        askUntil(began + atLeast.toNanos());
        while (asked < WARM_AFTER && System.nanoTime() < atMost) {
            askUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void askUntil(long until) throws InterruptedException {
        while (System.nanoTime() < until) {
            if (free.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                ask(System.nanoTime());
            }
        }
    }

    /** So many a second, whether or not earlier ones are done. */
    Figures paced(int perSecond, Duration warmUp, Duration measured, Window window)
            throws InterruptedException {
        long start = System.nanoTime();
        long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long first = warmUp.toNanos() / between;
        long last = first + measured.toNanos() / between;
        long opened = start;
        for (long i = 0; i < last; i++) {
            if (i == first) {
                awaitAll(); // what warms up is not measured
                window.opens();
                opened = open();
                start = opened - first * between;
            }
            long due = start + i * between;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            ask(due);
        }
        awaitAll();
        Figures figures = close(opened, asked - (last - first));
        window.closes();
        return figures;
    }

    private long open() {
        latencies.reset();
        doneInWindow.set(0);
        measuring = true;
        return System.nanoTime();
    }

    private Figures close(long opened, long askedBefore) {
        long nanos = System.nanoTime() - opened;
        measuring = false;
        return new Figures(
                doneInWindow.get() * 1e9 / nanos,
                latencies.copy(),
                Duration.ofNanos(nanos),
                asked - askedBefore);
    }

    private void ask(long due) {
        askedAt.put(asked, due);
        load.ask(asked);
        asked++;
    }

    /** Waits for all that is under way; what does not come is lost, and that is no measurement. */
    private void awaitAll() throws InterruptedException {
        long until = System.nanoTime() + doneWithin.toNanos();
        while (!askedAt.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "%d of %d were not done %d s after the last was asked for, such as number %s."
                                .formatted(
                                        askedAt.size(),
                                        asked,
                                        doneWithin.toSeconds(),
                                        askedAt.keySet().iterator().next()));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** All that was ever asked for, warm-up included. */
    long asked() {
        return asked;
    }
}
