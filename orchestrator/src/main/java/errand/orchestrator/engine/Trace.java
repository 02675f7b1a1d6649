package errand.orchestrator.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern PARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");

    /** The trace of the input; for one without, the conversation's own, not sampled. */
    static Trace of(@Nullable String traceparent, String conversationId) {
        Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent);
        return parent.matches()
                ? new Trace(parent.group(1), parent.group(2))
                : new Trace(hash("trace/" + conversationId, 16), "00");
    }

    /** The {@code traceparent} of what is called {@code name} in this trace. */
    String child(String name) {
        return "00-" + traceId + "-" + hash(traceId + "/" + name, 8) + "-" + flags;
    }

    private static String hash(String text, int bytes) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
