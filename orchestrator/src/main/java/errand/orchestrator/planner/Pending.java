package errand.orchestrator.planner;

import errand.agent.Describe;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A request that waits for answers to questions. */
public record Pending(
        @Describe("Name of the playbook") String playbook,
        @Describe("Slots that are filled") Map<String, JsonNode> slots,
        @Describe("Names of the slots that were asked, once for each time") List<String> asked) {

    public Pending {
        slots = slots == null ? Map.of() : Map.copyOf(slots);
        asked = asked == null ? List.of() : List.copyOf(asked);
    }
}
