package errand.orchestrator.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace an output belongs to. Span ids follow from what is sent, so that sending it again
 * is the same span.
 *
 * @param traceId 32 hex digits
 * @param flags 2 hex digits
 */
record Trace(String traceId, String flags) {

    static final String HEADER = "traceparent";

    /** Of version 00: {@code 00-<32 hex digits>-<16>-<2>}. */
    private static final int LENGTH = 55;

    private static final int ID = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    /** Looking a digest up takes as long as the digest; a copy of an unused one takes nothing. */
    private static final MessageDigest SHA_256 = sha256();

    /** The trace of the input; for one without, the conversation's own, not sampled. */
    static Trace of(@Nullable String traceparent, String conversationId) {
        return traceparent != null && wellFormed(traceparent)
                ? new Trace(traceparent.substring(ID, SPAN - 1), traceparent.substring(FLAGS))
                : new Trace(hash("trace/" + conversationId, 16), "00");
    }

    private static boolean wellFormed(String parent) {
        return parent.length() == LENGTH
                && parent.startsWith("00-")
                && hex(parent, ID, SPAN - 1)
                && parent.charAt(SPAN - 1) == '-'
                && hex(parent, SPAN, FLAGS - 1)
                && parent.charAt(FLAGS - 1) == '-'
                && hex(parent, FLAGS, LENGTH);
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The {@code traceparent} of what is called {@code name} in this trace. */
    String child(String name) {
        return "00-" + traceId + "-" + hash(traceId + "/" + name, 8) + "-" + flags;
    }

    private static String hash(String text, int bytes) {
        try {
            MessageDigest unused = (MessageDigest) SHA_256.clone();
            byte[] digest = unused.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
