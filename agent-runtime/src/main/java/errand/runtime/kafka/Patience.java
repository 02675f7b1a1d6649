package errand.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what is not there yet, and says so in one line every few seconds. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration TRY_EVERY = Duration.ofMillis(500);
    private static final long SAY_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

    private final BooleanSupplier stopping;

    Patience(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    /**
     * Tries until it works, fails otherwise, or the service stops.
     *
     * @param what is waited for, as in "Waiting for …"
     * @param passes whether a failure is one that waiting may cure
     */
    <T> T until(String what, Callable<T> attempt, Predicate<Throwable> passes) throws Exception {
        long said = 0;
        while (true) {
            try {
                return attempt.call();
            } catch (Exception e) {
                if (!passes.test(e) || stopping.getAsBoolean()) {
                    throw e;
                }
                if (said == 0 || System.nanoTime() - said > SAY_EVERY_NANOS) {
                    LOG.warn("Waiting for {}: {}", what, reason(e));
                    said = System.nanoTime();
                }
                Thread.sleep(TRY_EVERY);
            }
        }
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }
}
