package errand.bench.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the connection of one page after the other; something is said while it is away, so that
 * something is there to be missed; then it comes back with its last id.
 */
final class Resumes implements AutoCloseable {

    private static final Duration AWAY = Duration.ofMillis(300);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    private final Crowd crowd;
    private final Histogram took = new Histogram(BACK_WITHIN.toNanos() * 2, 3);
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;

    Resumes(Crowd crowd) {
        this.crowd = crowd;
        this.thread = Thread.ofPlatform().daemon().name("resumes").start(this::run);
    }

    private void run() {
        List<Listener> pages = crowd.unsteady();
        try {
            for (int i = 0; !stopped; i = (i + 1) % pages.size()) {
                took.recordValue(breakAndComeBack(pages.get(i)));
            }
        } catch (IOException | RuntimeException e) {
            failed.set(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long breakAndComeBack(Listener page) throws IOException, InterruptedException {
        page.close();
        int before = page.seen().size();
        crowd.say(page.conversation(), "你好");
        TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
        long since = System.nanoTime();
        page.open();
        while (page.seen().size() == before) {
            if (System.nanoTime() - since > BACK_WITHIN.toNanos()) {
                throw new IllegalStateException(
                        "A page that came back to %s was told nothing for %d s"
                                .formatted(page.conversation(), BACK_WITHIN.toSeconds()));
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
        return System.nanoTime() - since;
    }

    /** Stops; from asking again to the first event that was missed, in nanoseconds. */
    Histogram finish() throws InterruptedException {
        stopped = true;
        thread.join();
        Exception first = failed.get();
        if (first != null) {
            throw new IllegalStateException("A page could not come back", first);
        }
        return took;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
