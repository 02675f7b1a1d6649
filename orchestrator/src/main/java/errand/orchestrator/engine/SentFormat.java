package errand.orchestrator.engine;

import errand.orchestrator.engine.Output.Mark;
import errand.orchestrator.engine.Stored.Sent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one input led to as bytes, a part of {@link StoredFormat}: its offset, how many outputs, and
 * of each topic, key, value and headers, everything with its length in front; -1 for null.
 */
final class SentFormat {

    private static final int NOTHING = -1;
    private static final int HEADER = 12;

    private SentFormat() {}

    static byte[] write(long offset, List<Output> outputs) {
        ByteBuffer out = ByteBuffer.allocate(sizeOf(outputs));
        out.putLong(offset).putInt(outputs.size());
        for (Output output : outputs) {
            put(out, output.topic());
            put(out, output.key());
            put(out, output.value());
            out.putInt(output.marks().size());
            for (Mark mark : output.marks()) {
                put(out, mark.name());
                put(out, mark.value());
            }
        }
        return out.array();
    }

    private static int sizeOf(List<Output> outputs) {
        int size = HEADER;
        for (Output output : outputs) {
            size += 4 + output.topic().length() + sizeOf(output.key()) + sizeOf(output.value());
            size += 4;
            for (Mark mark : output.marks()) {
                size += 4 + mark.name().length() + sizeOf(mark.value());
            }
        }
        return size;
    }

    private static int sizeOf(byte @Nullable [] bytes) {
        return 4 + (bytes == null ? 0 : bytes.length);
    }

    /** Names of topics and headers have no other characters. */
    private static void put(ByteBuffer out, String ascii) {
        put(out, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put(ByteBuffer out, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.putInt(NOTHING);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
    }

    /** The one that begins here, left as the bytes it is; the buffer stands behind it then. */
    static Sent next(ByteBuffer in) {
        int from = in.position();
        long offset = in.getLong();
        for (int outputs = in.getInt(); outputs > 0; outputs--) {
            skip(in);
            skip(in);
            skip(in);
            for (int marks = in.getInt(); marks > 0; marks--) {
                skip(in);
                skip(in);
            }
        }
        byte[] bytes = new byte[in.position() - from];
        in.get(from, bytes);
        return new Sent(offset, bytes);
    }

    private static void skip(ByteBuffer in) {
        int length = in.getInt();
        if (length != NOTHING) {
            in.position(in.position() + length);
        }
    }

    static List<Output> outputs(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(HEADER - 4);
        List<Output> outputs = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String topic = text(in);
            byte[] key = bytes(in);
            byte[] value = bytes(in);
            List<Mark> marks = new ArrayList<>();
            for (int more = in.getInt(); more > 0; more--) {
                marks.add(new Mark(text(in), some(in)));
            }
            outputs.add(new Output(topic, key, value, marks));
        }
        return outputs;
    }

    private static String text(ByteBuffer in) {
        return new String(some(in), StandardCharsets.ISO_8859_1);
    }

    private static byte[] some(ByteBuffer in) {
        byte[] bytes = bytes(in);
        return bytes == null ? new byte[0] : bytes;
    }

    private static byte @Nullable [] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == NOTHING) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
