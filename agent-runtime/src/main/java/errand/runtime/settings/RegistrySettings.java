package errand.runtime.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the schema registry is.
 *
 * @param url base of its Confluent-style REST API, such as {@code http://127.0.0.1:8081}
 */
@ConfigurationProperties("errand.registry")
public record RegistrySettings(@Nullable String url) {

    public RegistrySettings {
        if (url == null || url.isBlank()) {
            throw new MissingSetting(
                    "errand.registry.url",
                    "where the schema registry listens, such as http://127.0.0.1:8081");
        }
    }

    @Override
    public String url() {
        return String.valueOf(url);
    }
}
