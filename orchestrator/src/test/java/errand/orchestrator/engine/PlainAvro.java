package errand.orchestrator.engine;

import errand.schemas.serde.AvroDeserializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Class name and Avro binary: what the real serde does, without a registry. */
final class PlainAvro implements Serializer<SpecificRecord>, Deserializer<SpecificRecord> {

    /** The real one makes Avro trust our classes. */
    PlainAvro() {
        new AvroDeserializer().close();
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {}

    @Override
    public void close() {}

    @Override
    public byte[] serialize(String topic, SpecificRecord record) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new DataOutputStream(bytes).writeUTF(record.getClass().getName());
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            SpecificData model = SpecificData.getForClass(record.getClass());
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model)
                    .write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            Class<?> type = Class.forName(in.readUTF());
            SpecificData model = SpecificData.getForClass(type);
            var decoder = DecoderFactory.get().directBinaryDecoder(in, null);
            return Objects.requireNonNull(
                    new SpecificDatumReader<SpecificRecord>(
                                    model.getSchema(type), model.getSchema(type), model)
                            .read(null, decoder));
        } catch (IOException | ClassNotFoundException | RuntimeException garbage) {
            throw new SerializationException("not a record: " + garbage.getMessage());
        }
    }
}
