package errand.agent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One row of an agent's table.
 *
 * @param name {@code <agent>.<noun>.<verb>}
 * @param description for people and models
 * @param input record type; components that are not {@code @Nullable} are required. A JSON tree
 *     where the capability brings its schemas along
 * @param output record type, or a JSON tree
 * @param undo full name of the capability that undoes it, of the same agent; its input is filled by
 *     name from this one's output, then from this one's input
 * @param answerWithin default deadline of a step
 * @param reconciliation for a write that no transaction of the agent can hold, else null
 * @param ownSchemas null: they are derived from the record types
 */
public record Capability<I, O>(
        String name,
        String description,
        Class<I> input,
        Class<O> output,
        Effect effect,
        @Nullable String undo,
        Duration answerWithin,
        Maturity maturity,
        Handler<I, O> handler,
        @Nullable Reconciliation<I, O> reconciliation,
        @Nullable OwnSchemas ownSchemas) {}
