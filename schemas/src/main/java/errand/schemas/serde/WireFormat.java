package errand.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The Confluent wire format itself. Buffers, encoders and decoders are used again; they wait in a
 * pool rather than in thread locals, which a million virtual threads would fill once each.
 */
final class WireFormat {

    static final int HEADER = 5;

    private static final int KEPT_BUFFER = 64 * 1024;
    private static final Queue<Output> OUTPUTS = new ConcurrentLinkedQueue<>();
    private static final Queue<BinaryDecoder> DECODERS = new ConcurrentLinkedQueue<>();

    private WireFormat() {}

    static <T> byte[] encode(int id, DatumWriter<T> writer, T record) {
        Output pooled = OUTPUTS.poll();
        Output output = pooled == null ? new Output() : pooled;
        byte[] bytes;
        try {
            bytes = output.encode(id, writer, record);
        } catch (IOException | RuntimeException failed) {
            // The encoder may hold half a record: it is not used again.
            throw new SerializationException(
                    "Cannot write %s as Avro: %s"
                            .formatted(record.getClass().getName(), failed.getMessage()),
                    failed);
        }
        if (output.reset()) {
            OUTPUTS.offer(output);
        }
        return bytes;
    }

    /** The schema id in front of a record. */
    static int idOf(String topic, byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new NotWireFormat(topic, bytes, "it is too short");
        }
        if (bytes[0] != 0) {
            throw new NotWireFormat(topic, bytes, "the first byte is not zero");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    static <T> T decode(DatumReader<T> reader, byte[] bytes) throws IOException {
        BinaryDecoder pooled = DECODERS.poll();
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, pooled);
        T record = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new AvroRuntimeException("bytes are left over after the record");
        }
        DECODERS.offer(decoder);
        return record;
    }

    private static final class Output {

        private final Bytes bytes = new Bytes();
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

        <T> byte[] encode(int id, DatumWriter<T> writer, T record) throws IOException {
            bytes.write(0);
            bytes.write(id >>> 24);
            bytes.write(id >>> 16);
            bytes.write(id >>> 8);
            bytes.write(id);
            writer.write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }

        /** Empties it; false: it has grown too large to be kept. */
        boolean reset() {
            bytes.reset();
            return !bytes.isLarge();
        }
    }

    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(1024);
        }

        boolean isLarge() {
            return buf.length > KEPT_BUFFER;
        }
    }
}
