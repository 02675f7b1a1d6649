package errand.orchestrator.documents;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON text. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** Refuses what is not JSON, saying what it was meant to be. */
    static JsonNode read(String text, String what) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new Unfit("NOT_JSON", "%s is not JSON: %s".formatted(what, Shown.of(text)));
        }
        throw new Unfit("NOT_JSON", "%s is empty.".formatted(what));
    }
}
