package errand.runtime.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is remembered of a task: everything its reply is made of.
 *
 * @param claim what was asked
 * @param verdict how it ended
 * @param body JSON: the output when done, else {@code {code, message, details?}}
 * @param at business time, whole milliseconds
 */
public record Entry(Claim claim, Verdict verdict, String body, Instant at) {

    public Entry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the same task is asked for, not another one under the same id. */
    boolean isOf(Claim asked) {
        return claim.capability().equals(asked.capability())
                && (claim.inputHash().isEmpty() || claim.inputHash().equals(asked.inputHash()));
    }
}
