package errand.schemas;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of records, as JSON Schemas for {@link AsyncApi}. */
final class AsyncApiHeaders {

    private AsyncApiHeaders() {}

    /** What ties a record to what caused it. */
    static Map<String, Object> trail() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "traceparent",
                text("W3C trace context; what follows has the same trace and a span of its own"));
        properties.put("errand-event-id", text("Id of this record's event, as in its field id"));
        properties.put(
                "errand-caused-by",
                text("The errand-event-id of what it follows from, else the task id"));
        return AsyncApi.of(
                "type",
                "object",
                "description",
                "UTF-8 texts that tie a record to what caused it. A record without them is handled all the same.",
                "properties",
                properties);
    }

    /** Beside the headers that the record had. */
    static Map<String, Object> deadLetter() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("errand-why", text("Stable, upper snake case, such as UNDECODABLE"));
        properties.put("errand-message", text("For people"));
        properties.put("errand-where", text("topic-partition@offset of the record"));
        properties.put("errand-attempts", text("How often it was delivered, as digits"));
        properties.put("errand-left-out", text("Why the bytes are not here, where they are not"));
        return AsyncApi.of("type", "object", "properties", properties);
    }

    private static Map<String, Object> text(String description) {
        return AsyncApi.of("type", "string", "description", description);
    }
}
