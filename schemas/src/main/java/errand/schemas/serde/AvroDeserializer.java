package errand.schemas.serde;

import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The Confluent wire format to Avro records of this program: what was written by an older or newer
 * schema is resolved to the class of today. Null stays null, a tombstone. May be used by many
 * threads.
 *
 * <p>Throws {@link NotWireFormat}, {@link UnknownRecord}, {@link
 * errand.schemas.registry.SchemaUnknown} or {@link errand.schemas.registry.RegistryUnavailable}.
 */
public final class AvroDeserializer implements Deserializer<SpecificRecord> {

    static {
        GeneratedClasses.trust();
    }

    private final Map<Integer, Decoding> decodings = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which calls {@link #configure}. */
    public AvroDeserializer() {}

    public AvroDeserializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        SerdeSettings.refuseKeys(isKey);
        if (registry == null) {
            registry = SerdeSettings.registry(settings);
        }
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.idOf(topic, bytes);
        Decoding decoding = decodings.get(id);
        if (decoding == null) {
            decoding = decodings.computeIfAbsent(id, this::decoding);
        }
        return decoding.read(topic, id, bytes);
    }

    private Decoding decoding(int id) {
        Schema writer =
                Objects.requireNonNull(registry, "AvroDeserializer was not configured").schema(id);
        Class<? extends SpecificRecord> known = classOf(writer);
        return known == null ? new Decoding(writer, null, null) : Decoding.of(writer, known);
    }

    private static @Nullable Class<? extends SpecificRecord> classOf(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return null;
        }
        try {
            return Class.forName(
                            writer.getFullName(), false, AvroDeserializer.class.getClassLoader())
                    .asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException | ClassCastException notOurs) {
            return null;
        }
    }

    private record Decoding(
            Schema writer,
            @Nullable Schema ours,
            @Nullable SpecificDatumReader<SpecificRecord> reader) {

        static Decoding of(Schema writer, Class<? extends SpecificRecord> known) {
            SpecificData model = SpecificData.getForClass(known);
            Schema ours = model.getSchema(known);
            return new Decoding(writer, ours, new SpecificDatumReader<>(writer, ours, model));
        }

        SpecificRecord read(String topic, int id, byte[] bytes) {
            if (reader == null || ours == null) {
                throw new UnknownRecord(writer.getFullName(), topic);
            }
            try {
                return WireFormat.decode(reader, bytes);
            } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException failed) {
                throw cannotRead(topic, id, failed);
            }
        }

        private SerializationException cannotRead(String topic, int id, Exception failed) {
            Schema known = Objects.requireNonNull(ours);
            for (String name : RecordNames.in(writer)) {
                if (!RecordNames.in(known).contains(name)
                        && String.valueOf(failed.getMessage()).contains(name)) {
                    return new UnknownRecord(name, topic);
                }
            }
            return new SerializationException(
                    "A record of topic '%s' with schema id %d cannot be read as %s: %s"
                            .formatted(topic, id, known.getFullName(), failed.getMessage()),
                    failed);
        }
    }
}
