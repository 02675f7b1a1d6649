package errand.orchestrator.web.stream;

import errand.events.ConversationAdvanced;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.Plans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts of one plan as they stand in the log, as JSON. */
public final class PastFacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fields of facts that hold JSON as text; shown as what they hold. */
    private static final Set<String> JSON_TEXT =
            Set.of("plan", "input", "output", "shown", "details");

    private final History history;
    private final Streams streams;

    public PastFacts(History history, Streams streams) {
        this.history = history;
        this.streams = streams;
    }

    /** All facts of a plan, in order, as far as the view knows it. */
    public List<ObjectNode> of(String planId, Plans.Place place) {
        List<ObjectNode> facts = new ArrayList<>();
        long[] lastSeq = {0};
        history.read(
                place.partition(),
                place.conversationId(),
                place.first(),
                place.last() + 1,
                record -> {
                    ConversationAdvanced advanced = streams.decoded(record);
                    if (advanced != null && advanced.getSeq() > lastSeq[0]) {
                        lastSeq[0] = advanced.getSeq();
                        add(facts, planId, advanced, record);
                    }
                });
        return facts;
    }

    private static void add(
            List<ObjectNode> facts,
            String planId,
            ConversationAdvanced advanced,
            ConsumerRecord<String, byte[]> record) {
        for (int i = 0; i < advanced.getEvents().size(); i++) {
            IndexedRecord fact = (IndexedRecord) advanced.getEvents().get(i);
            Schema.Field plan = fact.getSchema().getField("planId");
            if (plan != null && planId.equals(fact.get(plan.pos()))) {
                ObjectNode node = JSON.createObjectNode();
                node.put("partition", record.partition());
                node.put("offset", record.offset());
                node.put("index", i);
                node.put("seq", advanced.getSeq());
                node.put("at", advanced.getAt().toString());
                node.put("causedBy", advanced.getCausedBy());
                node.put("fact", fact.getSchema().getName());
                node.set("data", json(fact));
                facts.add(node);
            }
        }
    }

    private static ObjectNode json(IndexedRecord record) {
        ObjectNode node = JSON.createObjectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            node.set(
                    field.name(),
                    value instanceof CharSequence text && JSON_TEXT.contains(field.name())
                            ? PlanDocument.parsed(text.toString())
                            : json(value));
        }
        return node;
    }

    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case IndexedRecord record -> json(record);
            case Collection<?> all -> {
                ArrayNode array = JSON.createArrayNode();
                all.forEach(one -> array.add(json(one)));
                yield array;
            }
            case Instant at -> JSON.getNodeFactory().stringNode(at.toString());
            case Number number -> JSON.valueToTree(number);
            case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
            default -> JSON.getNodeFactory().stringNode(value.toString());
        };
    }
}
