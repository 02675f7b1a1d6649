package errand.embedded.registry;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record of the {@code _schemas} topic; fields are named as Confluent's registry names them.
 */
sealed interface LogRecord {

    JsonMapper JSON = JsonMapper.shared();

    byte[] key();

    byte[] value();

    /**
     * A registry wants a schema to have this id and to be this version of a subject.
     *
     * @param by unique: two registries that want the same version must not compact each other away
     */
    record Proposed(String subject, int version, int id, String schema, String by)
            implements LogRecord {

        @Override
        public byte[] key() {
            return JSON.writeValueAsBytes(
                    JSON.createObjectNode()
                            .put("keytype", "SCHEMA")
                            .put("subject", subject)
                            .put("version", version)
                            .put("magic", 1)
                            .put("by", by));
        }

        @Override
        public byte[] value() {
            return JSON.writeValueAsBytes(
                    JSON.createObjectNode()
                            .put("subject", subject)
                            .put("version", version)
                            .put("id", id)
                            .put("schema", schema)
                            .put("deleted", false));
        }
    }

    /**
     * A rule from now on.
     *
     * @param subject for which; null: for all that have none
     * @param rule null: the subject follows the general one again
     */
    record RuleSet(@Nullable String subject, @Nullable Rule rule) implements LogRecord {

        @Override
        public byte[] key() {
            return JSON.writeValueAsBytes(
                    JSON.createObjectNode()
                            .put("keytype", "CONFIG")
                            .put("subject", subject)
                            .put("magic", 0));
        }

        @Override
        public byte[] value() {
            return JSON.writeValueAsBytes(
                    JSON.createObjectNode()
                            .put("subject", subject)
                            .put("compatibilityLevel", rule == null ? null : rule.name()));
        }
    }

    /** What the bytes say; null for what this registry has no use for. */
    static @Nullable LogRecord parse(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null || value == null) {
            return null;
        }
        JsonNode said = JSON.readTree(key);
        JsonNode body = JSON.readTree(value);
        String subject = said.path("subject").isString() ? said.path("subject").asString() : null;
        return switch (said.path("keytype").asString("")) {
            case "SCHEMA" ->
                    new Proposed(
                            String.valueOf(subject),
                            said.path("version").asInt(),
                            body.path("id").asInt(),
                            body.path("schema").asString(),
                            said.path("by").asString(""));
            case "CONFIG" -> {
                JsonNode level = body.path("compatibilityLevel");
                yield new RuleSet(subject, level.isString() ? Rule.named(level.asString()) : null);
            }
            default -> null;
        };
    }
}
