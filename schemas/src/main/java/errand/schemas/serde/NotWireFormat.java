package errand.schemas.serde;

import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are not an Avro record in the Confluent wire format. */
public final class NotWireFormat extends SerializationException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    NotWireFormat(String topic, byte[] bytes, String why) {
        super(
                "A record of topic '%s' is not in the Confluent wire format (a zero byte, a 4-byte schema id, Avro): %s. It has %d bytes and begins with %s."
                        .formatted(topic, why, bytes.length, beginning(bytes)));
    }

    private static String beginning(byte[] bytes) {
        int shown = Math.min(SHOWN, bytes.length);
        return shown == 0 ? "nothing" : HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
    }
}
