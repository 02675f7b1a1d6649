package errand.orchestrator.plan;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a value.
 *
 * @param code stable, upper snake case
 * @param message for people
 * @param details JSON object with more, or null
 */
public record Failure(Kind kind, String code, String message, @Nullable String details) {

    /** Only {@link #TRANSIENT} is worth another try. */
    public enum Kind {
        REFUSED,
        TRANSIENT,
        TIMEOUT,
        INVALID,
        CANCELLED
    }

    public static Failure of(Kind kind, String code, String message) {
        return new Failure(kind, code, message, null);
    }
}
