package errand.orchestrator.draft;

import errand.orchestrator.plan.Money;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A draft as it was read; what could not be read is empty and has a fault.
 *
 * @param in JSON object
 * @param within how long all may take
 */
record Draft(
        String goal,
        @Nullable Money budget,
        JsonNode in,
        List<Step> steps,
        @Nullable Duration within) {

    /**
     * @param path JSON pointer of the step
     * @param onFailure what to do, never null
     */
    record Step(
            String path,
            String id,
            String capability,
            JsonNode input,
            List<String> needs,
            @Nullable String each,
            @Nullable String when,
            @Nullable Duration answerWithin,
            Otherwise onFailure) {}

    /** What to do when a step fails. */
    sealed interface Otherwise {
        record Fail() implements Otherwise {}

        record Skip() implements Otherwise {}

        record Revise() implements Otherwise {}

        record Try(String capability, JsonNode input) implements Otherwise {}
    }
}
