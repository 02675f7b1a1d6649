package errand.schemas.serde;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** The full names of all records inside a schema. */
final class RecordNames {

    private RecordNames() {}

    static Set<String> in(Schema schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case RECORD -> {
                if (names.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(field.schema(), names));
                }
            }
            case ARRAY -> collect(schema.getElementType(), names);
            case MAP -> collect(schema.getValueType(), names);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, names));
            default -> {
                // Everything else has no records inside.
            }
        }
    }
}
