package errand.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import errand.schemas.registry.PlainSchema;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.registry.StubRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes that were written once stay readable, and are written the same today. With {@code
 * -Derrand.snapshot=N} it first writes today's schemas and records as version N.
 */
class GoldenRecordsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static StubRegistry stub;
    private static SchemaRegistry registry;

    @BeforeAll
    static void start() throws IOException {
        String wanted = System.getProperty("errand.snapshot");
        if (wanted != null) {
            new Snapshot(Integer.parseInt(wanted)).write();
        }
        stub = new StubRegistry();
        registry = new SchemaRegistry(stub.url());
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    /** One golden record: which version wrote it, of what, how much is set. */
    record Golden(Snapshot snapshot, String name, Example example) {

        SpecificRecord readToday() {
            int id = registry.register("golden-" + name, snapshot.schema(name));
            byte[] bytes = snapshot.bytes(name, example);
            byte[] framed =
                    ByteBuffer.allocate(bytes.length + 5)
                            .put((byte) 0)
                            .putInt(id)
                            .put(bytes)
                            .array();
            return Objects.requireNonNull(
                    new AvroDeserializer(registry).deserialize("golden", framed));
        }

        @Override
        public String toString() {
            return "%s %s of version %d".formatted(name, example, snapshot.version());
        }
    }

    static Stream<Golden> all() {
        return Snapshot.all().stream().flatMap(GoldenRecordsTest::of);
    }

    static Stream<Golden> newest() {
        return of(Snapshot.newest());
    }

    private static Stream<Golden> of(Snapshot snapshot) {
        return snapshot.names().stream()
                .flatMap(
                        name ->
                                Stream.of(Example.values())
                                        .map(example -> new Golden(snapshot, name, example)));
    }

    @Test
    void the_newest_snapshot_is_what_the_schemas_say_today() {
        Snapshot newest = Snapshot.newest();
        Map<String, String> today = new TreeMap<>();
        for (Schema schema : Snapshot.today()) {
            today.put(schema.getFullName(), PlainSchema.textOf(schema));
        }
        Map<String, String> kept = new TreeMap<>();
        newest.names().forEach(name -> kept.put(name, PlainSchema.textOf(newest.schema(name))));
        List<String> changed =
                Stream.concat(today.keySet().stream(), kept.keySet().stream())
                        .distinct()
                        .filter(name -> !Objects.equals(today.get(name), kept.get(name)))
                        .toList();
        assertThat(changed)
                .as(
                        "Schemas changed since snapshot %d. If it was never released, write it again: %s%nIf it was, make the next: %s",
                        newest.version(),
                        Snapshot.command(newest.version()),
                        Snapshot.command(newest.version() + 1))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("newest")
    void golden_bytes_read_as_the_golden_json_and_are_written_the_same(Golden golden)
            throws IOException {
        SpecificRecord record = golden.readToday();
        assertThat(JSON.readTree(Snapshot.asJson(record.getSchema(), record)))
                .isEqualTo(JSON.readTree(golden.snapshot().json(golden.name(), golden.example())));
        assertThat(Snapshot.asBinary(record.getSchema(), record))
                .isEqualTo(golden.snapshot().bytes(golden.name(), golden.example()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatever_an_older_version_wrote_reads_as_the_same_values(Golden golden) {
        SpecificRecord record = golden.readToday();
        JsonNode today = JSON.readTree(Snapshot.asJson(record.getSchema(), record));
        JsonNode then = JSON.readTree(golden.snapshot().json(golden.name(), golden.example()));
        assertKept("", then, today);
    }

    /** What was there then is there now; fields that came later may stand beside it. */
    private static void assertKept(String where, JsonNode then, JsonNode now) {
        if (then.isObject()) {
            then.properties()
                    .forEach(
                            field ->
                                    assertKept(
                                            where + "/" + field.getKey(),
                                            field.getValue(),
                                            now.path(field.getKey())));
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int index = 0; index < then.size(); index++) {
                assertKept(where + "/" + index, then.get(index), now.get(index));
            }
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }
}
