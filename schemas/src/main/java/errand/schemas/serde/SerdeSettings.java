package errand.schemas.serde;

import errand.schemas.registry.SchemaRegistry;
import errand.schemas.registry.Subjects;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Reads the settings that Errand's serde shares with Confluent's; the keys are Confluent's. */
final class SerdeSettings {

    static final String URL = "schema.registry.url";
    static final String USER_INFO = "basic.auth.user.info";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String SUBJECTS = "value.subject.name.strategy";

    private SerdeSettings() {}

    static SchemaRegistry registry(Map<String, ?> settings) {
        String urls = text(settings, URL);
        if (urls == null) {
            throw new ConfigException(
                    "schema.registry.url is missing: give the registry's address, such as http://127.0.0.1:8081.");
        }
        return SchemaRegistry.at(urls, text(settings, USER_INFO));
    }

    /** Unlike Confluent's, off unless asked for: producers only look up. */
    static boolean autoRegister(Map<String, ?> settings) {
        return Boolean.parseBoolean(text(settings, AUTO_REGISTER));
    }

    static Subjects subjects(Map<String, ?> settings) {
        String strategy = text(settings, SUBJECTS);
        return strategy == null ? Subjects.TOPIC_RECORD : Subjects.named(strategy);
    }

    static void refuseKeys(boolean isKey) {
        if (isKey) {
            throw new ConfigException(
                    "Errand's keys are plain UTF-8 strings: use StringSerializer and StringDeserializer for them.");
        }
    }

    private static @Nullable String text(Map<String, ?> settings, String key) {
        Object value = settings.get(key);
        return switch (value) {
            case null -> null;
            case Class<?> type -> type.getName();
            case Iterable<?> several -> {
                StringBuilder joined = new StringBuilder();
                several.forEach(one -> joined.append(joined.isEmpty() ? "" : ",").append(one));
                yield joined.toString();
            }
            default -> value.toString();
        };
    }
}
