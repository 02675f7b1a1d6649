package errand.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks a {@link Load} for so many pieces a second until it is told to stop, whatever becomes of
 * earlier ones. Latency counts from the instant at which a piece was due, so an outage is paid by
 * all that were due in it.
 */
public final class Steady implements AutoCloseable {

    private final Load load;
    private final Map<Long, Long> open = new ConcurrentHashMap<>();
    private final Histogram latencies = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(30), 3);
    private final Thread thread;
    private volatile LongConsumer listener = nanos -> {};
    private volatile boolean stopped;
    private volatile long asked;
    private volatile long newest = -1;

    public Steady(Load load, int perSecond) {
        this.load = load;
        load.start(this::done);
        this.thread = Thread.ofPlatform().daemon().name("steady").start(() -> ask(perSecond));
    }

    private void ask(int perSecond) {
        long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long due = System.nanoTime(); !stopped; due += between) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long number = asked;
            open.put(number, due);
            load.ask(number);
            asked = number + 1;
        }
    }

    private void done(long number) {
        Long due = open.remove(number);
        if (due == null) {
            return; // somebody else's, or told twice
        }
        long now = System.nanoTime();
        latencies.recordValue(Math.max(1, now - due));
        newest = Math.max(newest, number);
        listener.accept(now);
    }

    /** Who is told when anything is done, in nanoseconds of this JVM; one at a time. */
    public void listen(LongConsumer to) {
        listener = to;
    }

    /** How many were asked for. */
    public long asked() {
        return asked;
    }

    /** The highest number of those that are done; -1 for none. */
    public long newest() {
        return newest;
    }

    /** Those that are not done, of the numbers below one. */
    public long openBelow(long number) {
        return open.keySet().stream().filter(one -> one < number).count();
    }

    /** From due to done, in nanoseconds, of all that are done. */
    public Histogram latencies() {
        return latencies.copy();
    }

    /** Asks for no more and waits for what is under way; how many were not done by then. */
    public long finish(Duration within) throws InterruptedException {
        stopped = true;
        thread.join();
        long until = System.nanoTime() + within.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return open.size();
    }

    @Override
    public void close() {
        stopped = true;
    }
}
