package errand.orchestrator.planner;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** A word to the person about how a reply came about. */
public record Notice(
        @Describe("Stable, upper snake case") String code,
        @Describe("In the person's language") String text) {

    /** One word out of two that may be there. */
    public static @Nullable Notice both(@Nullable Notice one, @Nullable Notice other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Notice(one.code(), one.text() + " " + other.text());
    }
}
