package errand.runtime.work;

import errand.agent.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * Tries a READ again when its business could not be reached, a few times, waiting longer each time,
 * never past the deadline. Every other retry is the engine's.
 */
public final class ReadRetry {

    /** Waits; a test does not. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    private static final int TRIES = 3;
    private static final long FIRST_WAIT_MILLIS = 50;

    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator random;

    public ReadRetry(Clock clock, Pause pause, RandomGenerator random) {
        this.clock = clock;
        this.pause = pause;
        this.random = random;
    }

    static ReadRetry on(Clock clock) {
        return new ReadRetry(clock, Thread::sleep, RandomGenerator.getDefault());
    }

    <T> T call(Instant deadline, Callable<T> read) throws Exception {
        for (int tried = 1; ; tried++) {
            try {
                return read.call();
            } catch (TransientFailure e) {
                throw e;
            } catch (Exception e) {
                Duration wait = waitAfter(tried);
                if (!Trouble.isNoConnection(e)
                        || tried == TRIES
                        || clock.instant().plus(wait).isAfter(deadline)) {
                    throw e;
                }
                pause.of(wait);
            }
        }
    }

    private Duration waitAfter(int tried) {
        long most = FIRST_WAIT_MILLIS << tried;
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
