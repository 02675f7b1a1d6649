package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/**
 * Decodes records in the Confluent wire format by the very schema they were written with, whatever
 * version that is: what is only looked at need not be known.
 */
final class RecordDecoder {

    private static final int HEAD = 5;

    private final Api registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final GenericData data = new GenericData();

    RecordDecoder(Api registry) {
        this.registry = registry;
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    GenericRecord decode(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != 0) {
            throw new Complaint("A record is not in the Confluent wire format");
        }
        var schema = schemas.computeIfAbsent(ByteBuffer.wrap(bytes, 1, 4).getInt(), this::fetch);
        try {
            var decoder =
                    DecoderFactory.get().binaryDecoder(bytes, HEAD, bytes.length - HEAD, null);
            return new GenericDatumReader<GenericRecord>(schema, schema, data).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema fetch(int id) {
        return new Schema.Parser()
                .parse(registry.get("/schemas/ids/" + id).path("schema").asString());
    }
}
