package errand.schemas.registry;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema as the .avsc says it, without what the Java compiler put in ({@code avro.java.string}),
 * so that every language registers and looks up the same text. Confluent's serializer does the same
 * with {@code avro.remove.java.properties=true}.
 */
public final class PlainSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlainSchema() {}

    /** The JSON of the schema, self-contained. */
    public static String textOf(Schema schema) {
        return JSON.writeValueAsString(plain(JSON.readTree(schema.toString())));
    }

    private static JsonNode plain(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> plainObject(object);
            case ArrayNode array -> {
                ArrayNode copy = JSON.createArrayNode();
                array.forEach(element -> copy.add(plain(element)));
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode plainObject(ObjectNode object) {
        ObjectNode copy = JSON.createObjectNode();
        object.properties()
                .forEach(
                        property -> {
                            if (!property.getKey().equals(SpecificData.STRING_PROP)) {
                                copy.set(property.getKey(), plain(property.getValue()));
                            }
                        });
        boolean onlyType = copy.size() == 1 && copy.size() < object.size() && copy.has("type");
        return onlyType ? copy.get("type") : copy;
    }
}
