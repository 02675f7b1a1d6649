package errand.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Headers that tie a record to what caused it: W3C trace context and event ids. */
final class Trail {

    static final String TRACEPARENT = "traceparent";
    static final String EVENT_ID = "errand-event-id";
    static final String CAUSED_BY = "errand-caused-by";

    private Trail() {}

    /**
     * Headers of what follows from a record: the same trace, a span of its own.
     *
     * @param eventId of the new record
     * @param cause id of the cause when its headers do not say
     */
    static Headers after(Headers before, String eventId, String cause) {
        Headers headers = new RecordHeaders();
        String trace = text(before, TRACEPARENT);
        if (trace != null) {
            headers.add(TRACEPARENT, bytes(child(trace)));
        }
        headers.add(EVENT_ID, bytes(eventId));
        String causedBy = text(before, EVENT_ID);
        headers.add(CAUSED_BY, bytes(causedBy == null ? cause : causedBy));
        return headers;
    }

    /** {@code 00-<trace>-<span>-<flags>} with another span; anything else is passed as it is. */
    static String child(String traceparent) {
        String[] parts = traceparent.split("-", -1);
        if (parts.length < 4 || parts[1].length() != 32) {
            return traceparent;
        }
        byte[] span = new byte[8];
        ThreadLocalRandom.current().nextBytes(span);
        parts[2] = HexFormat.of().formatHex(span);
        return String.join("-", parts);
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
