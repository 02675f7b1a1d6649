package errand.schemas;

import errand.events.ConversationAdvanced;
import errand.schemas.serde.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden records of conversation.events, and how a reader without Java's classes shows them.
 */
public final class Examples {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Examples() {}

    /** One with every fact there is, one with none; both of one conversation each. */
    public static List<ConversationAdvanced> conversations() {
        GeneratedClasses.trust();
        List<ConversationAdvanced> all = new ArrayList<>();
        SpecificData model = SpecificData.getForClass(ConversationAdvanced.class);
        Schema schema = ConversationAdvanced.getClassSchema();
        for (Example example : Example.values()) {
            byte[] bytes = Snapshot.newest().bytes(schema.getFullName(), example);
            try {
                all.add(
                        new SpecificDatumReader<ConversationAdvanced>(schema, schema, model)
                                .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    /** A record with whatever may be null or empty so. */
    public static GenericData.Record bare(Schema schema) {
        return Example.BARE.of(schema);
    }

    /** avsc's JSON: the branch of a union is named only where several records could be meant. */
    public static JsonNode asNodeShows(ConversationAdvanced advanced) {
        Schema schema = advanced.getSchema();
        return shown(JSON.readTree(Snapshot.asJson(schema, advanced)), schema);
    }

    private static JsonNode shown(JsonNode node, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                ObjectNode copy = JSON.createObjectNode();
                schema.getFields()
                        .forEach(
                                field ->
                                        copy.set(
                                                field.name(),
                                                shown(node.get(field.name()), field.schema())));
                yield copy;
            }
            case ARRAY -> {
                ArrayNode copy = JSON.createArrayNode();
                node.forEach(element -> copy.add(shown(element, schema.getElementType())));
                yield copy;
            }
            case UNION -> branch(node, schema);
            default -> node;
        };
    }

    private static JsonNode branch(JsonNode node, Schema union) {
        if (node.isNull()) {
            return node;
        }
        var named = node.properties().iterator().next();
        Schema branch =
                union.getTypes().stream()
                        .filter(type -> type.getFullName().equals(named.getKey()))
                        .findFirst()
                        .orElseThrow();
        JsonNode inside = shown(named.getValue(), branch);
        boolean obvious = union.getTypes().size() == 2 && union.isNullable();
        return obvious ? inside : JSON.createObjectNode().set(named.getKey(), inside);
    }
}
