package errand.bench.load;

import java.time.Duration;
import java.util.List;
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
public final class Driver {

    private final Load load;
    private final Duration doneWithin;
    private final long warmAfter;
    private final Map<Long, Long> askedAt = new ConcurrentHashMap<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong doneInWindow = new AtomicLong();
    private final Histogram latencies = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final Semaphore free = new Semaphore(0);
    private WarmUp warming = new WarmUp(0, 0);
    private volatile boolean measuring;
    private long asked;

    /**
     * @param doneWithin what is not done so long after the last was asked for is lost
     * @param warmAfter how much must have been asked for before anything is measured, as far as
     *     that does not take more than four times the warm-up
     */
    public Driver(Load load, Duration doneWithin, long warmAfter) {
        this.load = load;
        this.doneWithin = doneWithin;
        this.warmAfter = warmAfter;
        load.start(this::done);
    }

    /**
     * What was measured in one window.
     *
     * @param latencies in nanoseconds
     * @param warmUp how many were done a second, every {@link WarmUp#EVERY} of the warm-up
     */
    public record Figures(
            double perSecond,
            Histogram latencies,
            Duration window,
            long asked,
            List<Double> warmUp) {

        /** Milliseconds at a percentile, such as 99. */
        public double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Who wants to know when a measured window opens and closes. */
    public interface Window {
        void opens();

        void closes();
    }

    private void done(long number) {
        Long since = askedAt.remove(number);
        if (since == null) {
            return; // somebody else's, or told twice
        }
        if (measuring) {
            doneInWindow.incrementAndGet();
            latencies.recordValue(Math.max(1, System.nanoTime() - since));
        }
        free.release();
        done.incrementAndGet(); // last of all: then nothing of this one is still to come
    }

    /** As fast as it goes with so many in flight. */
    public Figures closed(int inFlight, Duration warmUp, Duration measured, Window window)
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

    /**
     * As fast as it goes with so many in flight, to the end of the last: what the window used was
     * used for just what it did, also when a piece takes as long as the window.
     */
    public Figures drained(int inFlight, Duration asking, Window window)
            throws InterruptedException {
        free.drainPermits();
        free.release(inFlight);
        warming = new WarmUp(0, 0);
        warming.ends(0, 0);
        long before = asked;
        window.opens();
        long opened = open();
        askUntil(opened + asking.toNanos());
        awaitAll();
        Figures figures = close(opened, before);
        window.closes();
        return figures;
    }

    /** So many with so many in flight, without measuring; returns when all are done. */
    public void fill(int inFlight, long number) throws InterruptedException {
        free.drainPermits();
        free.release(inFlight);
        long last = asked + number;
        while (asked < last && free.tryAcquire(doneWithin.toMillis(), TimeUnit.MILLISECONDS)) {
            ask(System.nanoTime());
        }
        awaitAll(); // says what is not done
    }

    /** A JVM is warm after much work rather than much time, as far as that does not take ages. */
    private void warm(Duration atLeast) throws InterruptedException {
        long began = System.nanoTime();
        long atMost = began + atLeast.multipliedBy(4).toNanos();
        warming = new WarmUp(began, done.get());
        askUntil(began + atLeast.toNanos());
        while (asked < warmAfter && System.nanoTime() < atMost) {
            askUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
        }
        warming.ends(System.nanoTime(), done.get());
    }

    private void askUntil(long until) throws InterruptedException {
        while (System.nanoTime() < until) {
            if (free.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                ask(System.nanoTime());
            }
            warming.passes(System.nanoTime(), done.get());
        }
    }

    /** So many a second, whether or not earlier ones are done. */
    public Figures paced(int perSecond, Duration warmUp, Duration measured, Window window)
            throws InterruptedException {
        long start = System.nanoTime();
        warming = new WarmUp(start, done.get());
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
        if (latencies.getTotalCount() == 0) {
            throw new IllegalStateException(
                    "Nothing was done within a window of %d ms: measure longer (--seconds)."
                            .formatted(TimeUnit.NANOSECONDS.toMillis(nanos)));
        }
        return new Figures(
                doneInWindow.get() * 1e9 / nanos,
                latencies.copy(),
                Duration.ofNanos(nanos),
                asked - askedBefore,
                warming.perSecond());
    }

    private void ask(long due) {
        askedAt.put(asked, due);
        load.ask(asked);
        asked++;
    }

    /** Waits for all that is under way; what does not come is lost, and that is no measurement. */
    private void awaitAll() throws InterruptedException {
        long until = System.nanoTime() + doneWithin.toNanos();
        while (done.get() < asked) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "%d of %d were not done %d s after the last was asked for, such as number %s."
                                .formatted(
                                        asked - done.get(),
                                        asked,
                                        doneWithin.toSeconds(),
                                        askedAt.keySet().stream().findFirst().orElse(asked - 1)));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** All that was ever asked for, warm-up included. */
    public long asked() {
        return asked;
    }
}
