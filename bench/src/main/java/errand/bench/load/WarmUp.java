package errand.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many were done a second while warming up, so that a reader sees whether it was warm. */
final class WarmUp {

    static final Duration EVERY = Duration.ofSeconds(5);

    private final List<Double> perSecond = new ArrayList<>();
    private long since;
    private long doneBefore;
    private boolean over;

    /**
     * @param began in nanoseconds, as {@link System#nanoTime} tells them
     * @param done how many were done by then
     */
    WarmUp(long began, long done) {
        this.since = began;
        this.doneBefore = done;
    }

    /** Called often while it lasts. */
    void passes(long now, long done) {
        if (!over && now - since >= EVERY.toNanos()) {
            add(now, done);
        }
    }

    /** What is left of the last five seconds counts when it is at least one. */
    void ends(long now, long done) {
        if (now - since >= Duration.ofSeconds(1).toNanos()) {
            add(now, done);
        }
        over = true;
    }

    private void add(long now, long done) {
        perSecond.add((done - doneBefore) * 1e9 / (now - since));
        since = now;
        doneBefore = done;
    }

    List<Double> perSecond() {
        return List.copyOf(perSecond);
    }
}
