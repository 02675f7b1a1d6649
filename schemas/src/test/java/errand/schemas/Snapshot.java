package errand.schemas;

import errand.schemas.registry.PlainSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas and golden records of one released version, as committed. Versions count from 1 over
 * all schemas together.
 */
record Snapshot(int version) {

    private static final Path SCHEMAS = Path.of("src/main/avro-released");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How a snapshot is made; stands in the messages of failing tests. */
    static String command(int version) {
        return "mvn -pl schemas -am test -Dtest=GoldenRecordsTest -Dsurefire.failIfNoSpecifiedTests=false -Derrand.snapshot="
                + version;
    }

    /** All there are, oldest first. */
    static List<Snapshot> all() {
        return IntStream.iterate(1, n -> Files.exists(SCHEMAS.resolve("" + n)), n -> n + 1)
                .mapToObj(Snapshot::new)
                .toList();
    }

    static Snapshot newest() {
        List<Snapshot> all = all();
        if (all.isEmpty()) {
            throw new IllegalStateException("There is no snapshot yet. Make it: " + command(1));
        }
        return all.getLast();
    }

    /** The schema of every record that travels in a topic, as of today. */
    static List<Schema> today() {
        return Stream.concat(Topics.shared().stream(), Stream.of(Topics.ofAgent("any")))
                .flatMap(topic -> topic.records().stream())
                .map(Snapshot::schemaOf)
                .toList();
    }

    static Schema schemaOf(Class<? extends SpecificRecord> record) {
        return SpecificData.get().getSchema(record);
    }

    /** Names of the records it has. */
    List<String> names() {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve("" + version))) {
            return files.map(file -> file.getFileName().toString().replace(".avsc", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Schema schema(String name) {
        return new Schema.Parser().parse(text(schemaFile(name)));
    }

    byte[] bytes(String name, Example example) {
        try {
            return Files.readAllBytes(golden(name, example, "avro"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String json(String name, Example example) {
        return text(golden(name, example, "json"));
    }

    /** Writes today's schemas and records as this version. */
    void write() throws IOException {
        for (Schema schema : today()) {
            String name = schema.getFullName();
            write(schemaFile(name), pretty(PlainSchema.textOf(schema)));
            for (Example example : Example.values()) {
                Object record = example.of(schema);
                write(golden(name, example, "json"), pretty(asJson(schema, record)));
                Files.write(golden(name, example, "avro"), asBinary(schema, record));
            }
        }
    }

    static String asJson(Schema schema, Object record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, out);
            writer(schema, record).write(record, encoder);
            encoder.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static byte[] asBinary(Schema schema, Object record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        writer(schema, record).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static GenericDatumWriter<Object> writer(Schema schema, Object record) {
        return record instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass()))
                : new GenericDatumWriter<>(schema);
    }

    private Path schemaFile(String name) {
        return SCHEMAS.resolve(version + "/" + name + ".avsc");
    }

    private Path golden(String name, Example example, String ending) {
        String file =
                "%d/%s.%s.%s"
                        .formatted(version, name, example.name().toLowerCase(Locale.ROOT), ending);
        return GOLDEN.resolve(file);
    }

    private static String pretty(String json) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    file + " is missing. Make the snapshot: " + command(1), unreadable);
        }
    }
}
