package errand.orchestrator.plan;

import java.time.Duration;

/**
 * How long to wait before the next attempt: doubling, capped, with jitter that follows from the
 * task and the attempt, so that doing an input again waits just as long.
 */
final class Backoff {

    private static final long FIRST_MS = 200;
    private static final long CAP_MS = 10_000;

    private Backoff() {}

    /**
     * @param attempt the attempt that failed, from 1
     */
    static Duration after(String taskId, int attempt) {
        long full = Math.min(CAP_MS, FIRST_MS << Math.min(attempt - 1, 10));
        long spread = full / 2;
        long jitter = Math.floorMod((taskId + "#" + attempt).hashCode(), spread + 1);
        return Duration.ofMillis(full - spread + jitter);
    }
}
