package errand.orchestrator.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a plan knows of a capability: entered with the plan, so that nobody looks at today's
 * directory while deciding or folding.
 *
 * @param capability {@code <agent>.<noun>.<verb>}
 * @param version version of the agent
 * @param undo capability that undoes it, or null
 * @param answerWithin default deadline of a step
 * @param inputSchema JSON Schema of the input, without prose
 * @param quotePaths where quotes stand in an output: property names from the root, {@code *} for
 *     every element of an array, such as {@code [["quote"], ["quotes", "*"]]}
 */
public record Manifest(
        String capability,
        String version,
        Effect effect,
        Maturity maturity,
        @Nullable String undo,
        Duration answerWithin,
        String inputSchema,
        java.util.List<java.util.List<String>> quotePaths) {

    /** Asks the person; answered by the orchestrator itself. */
    public static final String ASK = "person.consent.ask";

    /** Whether the person must have agreed before it runs. */
    boolean needsConsent() {
        return effect == Effect.COMMIT
                || effect == Effect.PAY
                || (effect == Effect.HOLD && maturity == Maturity.CONFIRM);
    }
}
