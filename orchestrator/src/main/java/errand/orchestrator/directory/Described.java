package errand.orchestrator.directory;

import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One capability as its agent announced it.
 *
 * @param name {@code <agent>.<noun>.<verb>}
 * @param version of the agent
 * @param inputSchema JSON Schema 2020-12, prose included
 * @param outputSchema JSON Schema 2020-12; quotes are marked {@code x-errand-type: quote}
 * @param undo full name of the capability that undoes it, or null
 * @param answerWithin default deadline of a step
 */
public record Described(
        String name,
        String agent,
        String version,
        String description,
        Effect effect,
        String inputSchema,
        String outputSchema,
        @Nullable String undo,
        Duration answerWithin,
        Maturity maturity) {}
