package errand.bench.recovery;

import java.util.concurrent.TimeUnit;

/**
 * The longest time in which nothing was done, from an instant on. What was done just before a kill
 * and is only seen after it does not end the outage: the longer silence after it counts.
 */
final class Outage {

    private final long began;
    private long last;
    private long longest;
    private long ended;

    /**
     * @param began in nanoseconds of this JVM, as all instants here
     */
    Outage(long began) {
        this.began = began;
        this.last = began;
        this.ended = began;
    }

    /** Something was done. */
    synchronized void done(long at) {
        if (at - last > longest) {
            longest = at - last;
            ended = at;
        }
        last = Math.max(last, at);
    }

    /** From the beginning until the longest silence ended. */
    synchronized double seconds() {
        return (double) (ended - began) / TimeUnit.SECONDS.toNanos(1);
    }
}
