package errand.orchestrator.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies; what cannot be read is refused with the place where it goes wrong. */
final class Json {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Json() {}

    static ObjectNode newObject() {
        return STRICT.createObjectNode();
    }

    /** The JSON object in a body; an empty body is an empty object. */
    static ObjectNode object(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8).isBlank()) {
            return newObject();
        }
        try {
            if (STRICT.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            throw Problem.malformed("The body is not JSON: " + where(broken)).refusal();
        }
        throw Problem.malformed("The body must be a JSON object, such as {}.").refusal();
    }

    private static String where(JacksonException broken) {
        var place = broken.getLocation();
        String why = broken.getOriginalMessage();
        return place == null
                ? why
                : "%s (line %d, column %d).".formatted(why, place.getLineNr(), place.getColumnNr());
    }

    /** True or false; absent and null are false, anything else is refused. */
    static boolean flag(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "must be true or false");
        }
        return value.booleanValue();
    }

    private static RuntimeException invalid(String name, String must) {
        return Problem.invalid(
                        "'%s' is not valid.".formatted(name),
                        List.of(new Problem.Fault("/" + name, "INVALID", must)))
                .refusal();
    }

    /** A text property; absent and null are the same, anything else is refused. */
    static Optional<String> text(JsonNode object, String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()
                || value.asString().isBlank()
                || value.asString().length() > longest) {
            throw invalid(name, "must be text of 1 to %d characters".formatted(longest));
        }
        return Optional.of(value.asString());
    }
}
