package errand.orchestrator.planner;

import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values that follow from others that were changed, though nobody said them. */
final class Following {

    private Following() {}

    /**
     * @param known values before
     * @param found values that were said now
     * @param wanted values with those; what follows is put right in them
     */
    static void of(
            Playbook playbook,
            Map<String, JsonNode> known,
            Map<String, JsonNode> found,
            Map<String, JsonNode> wanted,
            Instant now) {
        follow(known, found, wanted);
        withoutIdle(playbook, wanted, now);
    }

    /** A stay keeps its length when it is moved; when it is said how long, its end is not known. */
    private static void follow(
            Map<String, JsonNode> known,
            Map<String, JsonNode> found,
            Map<String, JsonNode> wanted) {
        boolean ends = found.containsKey("end");
        if (found.containsKey("nights") && !ends) {
            wanted.remove("end");
        } else if (ends) {
            wanted.remove("nights");
        } else if (found.containsKey("start") && known.containsKey("end")) {
            LocalDate was = day(known.get("start"));
            LocalDate end = day(known.get("end"));
            LocalDate start = day(found.get("start"));
            if (was != null && end != null && start != null) {
                LocalDate moved = end.plusDays(ChronoUnit.DAYS.between(was, start));
                wanted.put("end", StringNode.valueOf(moved.toString()));
            }
        }
    }

    private static @Nullable LocalDate day(@Nullable JsonNode value) {
        try {
            return value == null ? null : LocalDate.parse(value.asString(""));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** What need not be known any more: no day of coming back for one way. */
    private static void withoutIdle(Playbook playbook, Map<String, JsonNode> wanted, Instant now) {
        for (Slot slot : playbook.slots()) {
            String when = slot.when();
            if (when != null && wanted.containsKey(slot.name())) {
                ObjectNode scope = JsonNodeFactory.instance.objectNode();
                wanted.forEach(scope::set);
                JsonNode holds =
                        Spoken.value(
                                when, new Documents.Scope(scope.toString(), Map.of(), null, now));
                if (holds == null || !holds.asBoolean(false)) {
                    wanted.remove(slot.name());
                }
            }
        }
    }
}
