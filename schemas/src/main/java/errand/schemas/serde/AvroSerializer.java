package errand.schemas.serde;

import errand.schemas.registry.SchemaRegistry;
import errand.schemas.registry.Subjects;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro records to the Confluent wire format: a zero byte, the 4-byte id of the schema, Avro binary.
 * Looks ids up and never registers unless {@code auto.register.schemas=true}; null stays null, a
 * tombstone. May be used by many threads.
 */
public final class AvroSerializer implements Serializer<SpecificRecord> {

    static {
        GeneratedClasses.trust();
    }

    private final Map<Class<?>, Encoding> encodings = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private Subjects subjects = Subjects.TOPIC_RECORD;
    private boolean autoRegister;

    /** For Kafka, which calls {@link #configure}. */
    public AvroSerializer() {}

    public AvroSerializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        SerdeSettings.refuseKeys(isKey);
        if (registry == null) {
            registry = SerdeSettings.registry(settings);
        }
        subjects = SerdeSettings.subjects(settings);
        autoRegister = SerdeSettings.autoRegister(settings);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord record) {
        if (record == null) {
            return null;
        }
        Encoding encoding = encodings.get(record.getClass());
        if (encoding == null) {
            encoding = encodings.computeIfAbsent(record.getClass(), _ -> new Encoding(record));
        }
        return WireFormat.encode(encoding.idIn(topic), encoding.writer, record);
    }

    private final class Encoding {

        private final Schema schema;
        private final SpecificDatumWriter<SpecificRecord> writer;
        private final Map<String, Integer> ids = new ConcurrentHashMap<>();

        Encoding(SpecificRecord example) {
            schema = example.getSchema();
            writer =
                    new SpecificDatumWriter<>(schema, SpecificData.getForClass(example.getClass()));
        }

        int idIn(String topic) {
            Integer id = ids.get(topic);
            return id != null ? id : ids.computeIfAbsent(topic, this::ask);
        }

        private int ask(String topic) {
            SchemaRegistry known =
                    Objects.requireNonNull(registry, "AvroSerializer was not configured");
            String subject = subjects.of(topic, schema);
            return autoRegister ? known.register(subject, schema) : known.idOf(subject, schema);
        }
    }
}
