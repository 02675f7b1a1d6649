package errand.orchestrator.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step as planned.
 *
 * @param id matches {@code [A-Za-z][A-Za-z0-9_]{0,39}}; never used twice in a plan
 * @param input JSON template; strings may hold <code>${…}</code> expressions
 * @param needs ids of the steps that must be settled first: the listed and the referenced ones
 * @param each expression of an array, or null: the step runs once per element
 * @param when expression of a boolean, or null: false skips the step
 * @param answerWithin how long an answer may take, retries included
 */
public record StepSpec(
        String id,
        String capability,
        String input,
        List<String> needs,
        @Nullable String each,
        @Nullable String when,
        @Nullable Duration answerWithin,
        OnFailure onFailure) {

    public StepSpec {
        needs = List.copyOf(needs);
    }

    boolean asks() {
        return capability.equals(Manifest.ASK);
    }

    boolean optional() {
        return onFailure instanceof OnFailure.Skip;
    }
}
