package errand.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.events.TaskSucceeded;
import errand.schemas.registry.Compatibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's schemas against every released version: the rule of each record holds in the build. */
class SchemaCompatibilityTest {

    static Stream<Class<? extends SpecificRecord>> records() {
        return Stream.concat(Topics.shared().stream(), Stream.of(Topics.ofAgent("any")))
                .flatMap(topic -> topic.records().stream());
    }

    @ParameterizedTest
    @MethodSource("records")
    void fits_every_released_version(Class<? extends SpecificRecord> record) {
        Schema today = Snapshot.schemaOf(record);
        for (Snapshot snapshot : Snapshot.all()) {
            if (snapshot.names().contains(today.getFullName())) {
                assertThat(faults(record, today, snapshot.schema(today.getFullName())))
                        .as("%s against version %d", today.getFullName(), snapshot.version())
                        .isEmpty();
            }
        }
    }

    @Test
    void no_released_record_is_forgotten() {
        List<String> today = records().map(Class::getName).toList();
        Snapshot.all().forEach(snapshot -> assertThat(today).containsAll(snapshot.names()));
    }

    @Test
    void a_field_without_a_default_breaks_the_rule() {
        Schema now = Snapshot.schemaOf(TaskSucceeded.class);
        Schema broken = with(now, new Schema.Field("weight", Schema.create(Schema.Type.INT)));
        assertThat(faults(TaskSucceeded.class, broken, now))
                .containsExactly(
                        "today's program cannot read old records: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/6: weight");
    }

    @Test
    void a_field_with_a_default_keeps_the_rule() {
        Schema now = Snapshot.schemaOf(TaskSucceeded.class);
        Schema grown =
                with(now, new Schema.Field("weight", Schema.create(Schema.Type.INT), null, 0));
        assertThat(faults(TaskSucceeded.class, grown, now)).isEmpty();
    }

    @Test
    void a_removed_field_breaks_the_rule_for_older_programs() {
        Schema now = Snapshot.schemaOf(TaskSucceeded.class);
        assertThat(faults(TaskSucceeded.class, without(now, "output"), now))
                .containsExactly(
                        "older programs cannot read new records: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/5: output");
    }

    @Test
    void a_new_fact_keeps_the_rule_and_a_lost_one_breaks_it() {
        Schema now = Snapshot.schemaOf(ConversationAdvanced.class);
        Schema fewer = withoutOneFact(now);
        assertThat(faults(ConversationAdvanced.class, now, fewer)).isEmpty();
        assertThat(faults(ConversationAdvanced.class, fewer, now))
                .singleElement()
                .asString()
                .startsWith("today's program cannot read old records: MISSING_UNION_BRANCH at ");
    }

    private static List<String> faults(
            Class<? extends SpecificRecord> record, Schema today, Schema released) {
        List<String> faults = new ArrayList<>();
        faults.addAll(faults("today's program cannot read old records", today, released));
        if (Topics.compatibility(record) == Compatibility.FULL_TRANSITIVE) {
            faults.addAll(faults("older programs cannot read new records", released, today));
        }
        return faults;
    }

    private static List<String> faults(String what, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(
                        fault ->
                                "%s: %s at %s: %s"
                                        .formatted(
                                                what,
                                                fault.getType(),
                                                fault.getLocation(),
                                                fault.getMessage()))
                .toList();
    }

    private static Schema with(Schema schema, Schema.Field more) {
        List<Schema.Field> fields = copies(schema, "");
        fields.add(more);
        return copy(schema, fields);
    }

    private static Schema without(Schema schema, String field) {
        return copy(schema, copies(schema, field));
    }

    private static Schema withoutOneFact(Schema schema) {
        Schema.Field events = schema.getField("events");
        List<Schema> facts = events.schema().getElementType().getTypes();
        Schema fewer = Schema.createArray(Schema.createUnion(facts.subList(0, facts.size() - 1)));
        List<Schema.Field> fields = copies(schema, "events");
        fields.add(new Schema.Field("events", fewer));
        return copy(schema, fields);
    }

    private static List<Schema.Field> copies(Schema schema, String but) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().stream()
                .filter(field -> !field.name().equals(but))
                .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return fields;
    }

    private static Schema copy(Schema schema, List<Schema.Field> fields) {
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
