package errand.local.log;

import errand.local.log.EventLog.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the log tells of one conversation: its facts, each once, in order. */
final class Story {

    private final TreeMap<Long, Line> bySeq = new TreeMap<>();

    /** A fact and the trace of the event it came in. */
    record Told(GenericRecord fact, String trace) {

        String name() {
            return fact.getSchema().getName();
        }

        String text(String field) {
            Object value = fact.get(field);
            return value == null ? "" : value.toString();
        }

        JsonNode json(String field) {
            String text = text(field);
            return JsonMapper.shared().readTree(text.isEmpty() ? "null" : text);
        }

        GenericRecord record(String field) {
            return (GenericRecord) fact.get(field);
        }
    }

    /** Every conversation of {@code conversation.events}, by id. */
    static Map<String, Story> all(List<Line> events) {
        Map<String, Story> all = new LinkedHashMap<>();
        events.forEach(
                line ->
                        all.computeIfAbsent(line.text("conversationId"), _ -> new Story())
                                .bySeq
                                .putIfAbsent(line.number("seq"), line));
        return all;
    }

    List<Told> facts() {
        List<Told> facts = new ArrayList<>();
        for (Line line : bySeq.values()) {
            for (Object fact : (List<?>) line.value().get("events")) {
                facts.add(new Told((GenericRecord) fact, line.trace()));
            }
        }
        return facts;
    }

    /** Ids of its plans. */
    Set<String> plans() {
        Set<String> plans = new LinkedHashSet<>();
        facts().stream()
                .filter(told -> told.name().equals("PlanAccepted"))
                .forEach(told -> plans.add(told.text("planId")));
        return plans;
    }

    /** The facts of one plan. */
    List<Told> of(String planId) {
        return facts().stream()
                .filter(told -> told.fact().hasField("planId"))
                .filter(told -> told.text("planId").equals(planId))
                .toList();
    }
}
