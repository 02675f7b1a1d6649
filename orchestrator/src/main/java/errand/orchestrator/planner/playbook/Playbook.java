package errand.orchestrator.planner.playbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A scenario: what people say, what must be known, what is then done, how it is told.
 *
 * @param says patterns with {@code {slot}} in them
 * @param keywords weights by word, of both languages
 * @param about words of which one must be said, whatever else speaks for it; none: no matter
 * @param example a whole request that needs no question, to try it with; or null
 * @param budget expression of Money that all may cost
 * @param cannot what must not be planned, and what is said instead
 * @param steps as in a plan, with {@code include} besides
 */
public record Playbook(
        String name,
        List<String> says,
        Map<String, Double> keywords,
        List<String> about,
        List<Slot> slots,
        @Nullable Bilingual example,
        @Nullable Bilingual goal,
        @Nullable String budget,
        List<Answer.Empty> cannot,
        List<JsonNode> steps,
        @Nullable Answer answer) {

    public @Nullable Slot slot(String slotName) {
        return slots.stream().filter(it -> it.name().equals(slotName)).findFirst().orElse(null);
    }
}
