package errand.orchestrator.engine;

import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.engine.Stored.Sent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Stored} as bytes: a version, three numbers and flags that can be read without the rest,
 * then the body: the outputs, the traces, the conversation as JSON, everything length-prefixed. A
 * body of some length is compressed by itself ({@link Packing}): a plan's text stands in it more
 * than once, and what the changelog holds is what a restart has to read.
 */
final class StoredFormat {

    private static final byte VERSION = 3;

    /** Without traces. */
    private static final byte FIRST = 1;

    private static final int APPLIED_AT = 1;
    private static final int TOUCHED_AT = 9;
    private static final int DUE_AT = 17;
    private static final int FLAGS_AT = 25;
    private static final int HEADER = 26;
    private static final byte IDLE = 1;
    private static final byte SENT = 2;
    private static final byte PACKED = 4;

    private StoredFormat() {}

    static byte[] write(Stored stored) {
        byte[] body = body(stored);
        byte[] packed = Packing.pack(body);
        boolean smaller = packed.length < body.length;
        byte[] written = smaller ? packed : body;
        ByteBuffer out = ByteBuffer.allocate(HEADER + written.length);
        out.put(VERSION).putLong(stored.applied()).putLong(stored.touched()).putLong(stored.due());
        out.put(
                (byte)
                        ((stored.idle() ? IDLE : 0)
                                | (stored.sent().isEmpty() ? 0 : SENT)
                                | (smaller ? PACKED : 0)));
        out.put(written);
        return out.array();
    }

    private static byte[] body(Stored stored) {
        byte[] conversation = CoreJson.write(stored.kept(), stored.texts());
        ByteBuffer out =
                ByteBuffer.allocate(
                        4 + sizeOf(stored.sent()) + sizeOf(stored.traces()) + conversation.length);
        out.putInt(stored.sent().size());
        stored.sent().forEach(sent -> out.put(sent.bytes()));
        put(out, stored.traces());
        out.put(conversation);
        return out.array();
    }

    static Stored read(byte[] bytes) {
        checkVersion(bytes);
        ByteBuffer in = bodyOf(bytes);
        List<Sent> sent = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            sent.add(SentFormat.next(in));
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

    private static ByteBuffer bodyOf(byte[] bytes) {
        return packed(bytes)
                ? ByteBuffer.wrap(Packing.unpack(bytes, HEADER))
                : ByteBuffer.wrap(bytes).position(HEADER);
    }

    private static boolean packed(byte[] bytes) {
        return (bytes[FLAGS_AT] & PACKED) != 0;
    }

    /** How many bytes it takes uncompressed. */
    static int fullSize(byte[] bytes) {
        return packed(bytes) ? HEADER + Packing.fullSize(bytes, HEADER) : bytes.length;
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
            size += sent.bytes().length;
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

    private static void put(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
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
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }
}
