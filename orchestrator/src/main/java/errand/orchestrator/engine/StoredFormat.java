package errand.orchestrator.engine;

import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.engine.Output.Mark;
import errand.orchestrator.engine.Stored.Sent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link Stored} as bytes: a version, three numbers that can be read without the rest, the outputs,
 * the traces, the conversation as JSON. Everything is length-prefixed, so writing costs one copy.
 */
final class StoredFormat {

    private static final byte VERSION = 2;

    /** Without traces. */
    private static final byte FIRST = 1;

    private static final int APPLIED_AT = 1;
    private static final int TOUCHED_AT = 9;
    private static final int DUE_AT = 17;
    private static final int FLAGS_AT = 25;
    private static final int HEADER = 26;
    private static final byte IDLE = 1;
    private static final byte SENT = 2;

    private StoredFormat() {}

    static byte[] write(Stored stored) {
        byte[] conversation = CoreJson.write(stored.kept());
        ByteBuffer out =
                ByteBuffer.allocate(
                        HEADER
                                + sizeOf(stored.sent())
                                + 4
                                + sizeOf(stored.traces())
                                + conversation.length);
        out.put(VERSION).putLong(stored.applied()).putLong(stored.touched()).putLong(stored.due());
        out.put((byte) ((stored.idle() ? IDLE : 0) | (stored.sent().isEmpty() ? 0 : SENT)));
        out.putInt(stored.sent().size());
        stored.sent().forEach(sent -> put(out, sent));
        put(out, stored.traces());
        out.put(conversation);
        return out.array();
    }

    static Stored read(byte[] bytes) {
        checkVersion(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes).position(HEADER);
        List<Sent> sent = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            sent.add(sent(in));
        }
        Traces traces = bytes[0] == FIRST ? Traces.NONE : traces(in);
        byte[] conversation = new byte[in.remaining()];
        in.get(conversation);
        return new Stored(
                applied(bytes),
                touched(bytes),
                CoreJson.readConversation(conversation),
                traces,
                sent);
    }

    static long applied(byte[] bytes) {
        checkVersion(bytes);
        return ByteBuffer.wrap(bytes).getLong(APPLIED_AT);
    }

    static long touched(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(TOUCHED_AT);
    }

    static long due(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(DUE_AT);
    }

    static boolean idle(byte[] bytes) {
        return (bytes[FLAGS_AT] & IDLE) != 0;
    }

    /** Whether outputs are kept for sending again. */
    static boolean holdsSent(byte[] bytes) {
        return (bytes[FLAGS_AT] & SENT) != 0;
    }

    private static void checkVersion(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] < FIRST || bytes[0] > VERSION) {
            throw new EngineStopped(
                    "The engine's changelog holds a record of format %s; this version reads format %d. A newer version wrote it: update this service."
                            .formatted(bytes.length == 0 ? "none" : bytes[0], VERSION));
        }
    }

    private static int sizeOf(List<Sent> all) {
        int size = 0;
        for (Sent sent : all) {
            size += 12;
            for (Output output : sent.outputs()) {
                size += 4 + output.topic().length() + sizeOf(output.key()) + sizeOf(output.value());
                size += 4;
                for (Mark mark : output.marks()) {
                    size += 4 + mark.name().length() + sizeOf(mark.value());
                }
            }
        }
        return size;
    }

    private static int sizeOf(Traces traces) {
        int size = 4;
        for (var one : traces.byOwner().entrySet()) {
            size += 4 + one.getKey().getBytes(StandardCharsets.UTF_8).length;
            size += 8 + one.getValue().traceId().length() + one.getValue().flags().length();
        }
        return size;
    }

    private static int sizeOf(byte @Nullable [] bytes) {
        return 4 + (bytes == null ? 0 : bytes.length);
    }

    private static void put(ByteBuffer out, Sent sent) {
        out.putLong(sent.offset()).putInt(sent.outputs().size());
        for (Output output : sent.outputs()) {
            put(out, output.topic().getBytes(StandardCharsets.ISO_8859_1));
            put(out, output.key());
            put(out, output.value());
            out.putInt(output.marks().size());
            for (Mark mark : output.marks()) {
                put(out, mark.name().getBytes(StandardCharsets.ISO_8859_1));
                put(out, mark.value());
            }
        }
    }

    private static void put(ByteBuffer out, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.putInt(-1);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
    }

    private static Sent sent(ByteBuffer in) {
        long offset = in.getLong();
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
        return new Sent(offset, outputs);
    }

    private static void put(ByteBuffer out, Traces traces) {
        out.putInt(traces.byOwner().size());
        traces.byOwner()
                .forEach(
                        (owner, trace) -> {
                            put(out, owner.getBytes(StandardCharsets.UTF_8));
                            put(out, trace.traceId().getBytes(StandardCharsets.ISO_8859_1));
                            put(out, trace.flags().getBytes(StandardCharsets.ISO_8859_1));
                        });
    }

    private static Traces traces(ByteBuffer in) {
        Map<String, Trace> traces = new LinkedHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            String owner = new String(some(in), StandardCharsets.UTF_8);
            traces.put(owner, new Trace(text(in), text(in)));
        }
        return traces.isEmpty() ? Traces.NONE : new Traces(traces);
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
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
