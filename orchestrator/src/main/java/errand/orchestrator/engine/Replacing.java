package errand.orchestrator.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: another takes its place, more slowly each time. While
 * something is away that goes on for ever; after too many unexplained deaths, or when a newer
 * version is needed, the engine of this instance stops and says why.
 */
final class Replacing implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Replacing.class);
    private static final int DEATHS_AT_MOST = 8;
    private static final long WITHIN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Deque<Long> deaths = new ArrayDeque<>();
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

    @Override
    public StreamThreadExceptionResponse handle(Throwable death) {
        EngineStopped newer = cause(death, EngineStopped.class);
        if (newer != null) {
            return stop(String.valueOf(newer.getMessage()));
        }
        boolean away =
                cause(death, NotNow.class) != null
                        || cause(death, RetriableException.class) != null;
        int recent = recent();
        if (!away && recent > DEATHS_AT_MOST) {
            return stop(
                    "Its threads died %d times within 5 minutes, the last time of: %s. Restart this service once the cause is gone; no input is lost."
                            .formatted(recent, root(death)));
        }
        LOG.error("A thread of the engine died ({}); another takes its place", root(death), death);
        pause(Math.min(LONGEST_PAUSE_MS, 100L << Math.min(recent, 10)));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Why the engine stopped, or null. */
    @Nullable String stopped() {
        return stopped.get();
    }

    private StreamThreadExceptionResponse stop(String why) {
        stopped.set(why);
        LOG.error("The engine stops: {}", why);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized int recent() {
        long now = System.nanoTime();
        deaths.add(now);
        while (now - deaths.peek() > WITHIN_NANOS) {
            deaths.remove();
        }
        return deaths.size();
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private static <T extends Throwable> @Nullable T cause(Throwable death, Class<T> type) {
        for (Throwable one = death; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        return null;
    }

    private static Throwable root(Throwable death) {
        Throwable root = death;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
