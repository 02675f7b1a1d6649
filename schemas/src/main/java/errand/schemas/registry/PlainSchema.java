package errand.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema as the .avsc says it, without what the Java compiler put in ({@code avro.java.string}),
 * so that every language registers and looks up the same text. Confluent's serializer does the same
 * with {@code avro.remove.java.properties=true}.
 */
public final class PlainSchema {

    private PlainSchema() {}

    /** The JSON of the schema, self-contained. */
    public static String textOf(Schema schema) {
        // In text inside the schema quotes are escaped: this finds properties only.
        return schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
    }
}
