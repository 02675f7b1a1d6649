package errand.schemas;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Records that are made from nothing but their schema, the same each time. */
enum Example {
    /** Every field is set, every list holds one of each kind. */
    FULL,
    /** Whatever may be null or empty is. */
    BARE;

    private static final long AT = 1_795_000_000_000L;

    GenericData.Record of(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), field));
        }
        return record;
    }

    private @Nullable Object value(Schema schema, Schema.Field field) {
        return switch (schema.getType()) {
            case RECORD -> of(schema);
            case ENUM -> new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getLast());
            case STRING -> field.name() + "-车";
            case INT -> field.pos() + 1;
            case LONG -> schema.getLogicalType() == null ? field.pos() + 1000L : AT + field.pos();
            case BOOLEAN -> true;
            case ARRAY -> this == BARE ? List.of() : elements(schema.getElementType(), field);
            case MAP -> this == BARE ? Map.of() : entry(schema.getValueType(), field);
            case UNION -> branch(schema, field);
            default ->
                    throw new IllegalArgumentException(
                            "Say in Example what a %s looks like (field %s)."
                                    .formatted(schema.getType(), field.name()));
        };
    }

    private @Nullable Object branch(Schema union, Schema.Field field) {
        List<Schema> branches = union.getTypes();
        boolean nullable = union.isNullable();
        if (nullable && this == BARE) {
            return null;
        }
        return value(
                branches.stream().filter(b -> !b.isNullable()).findFirst().orElseThrow(), field);
    }

    private List<@Nullable Object> elements(Schema element, Schema.Field field) {
        Stream<Schema> kinds = element.isUnion() ? element.getTypes().stream() : Stream.of(element);
        return kinds.<@Nullable Object>map(kind -> value(kind, field)).toList();
    }

    private Map<String, @Nullable Object> entry(Schema value, Schema.Field field) {
        Map<String, @Nullable Object> entry = new TreeMap<>();
        entry.put(field.name(), value(value, field));
        return entry;
    }
}
