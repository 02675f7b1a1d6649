package errand.orchestrator.planner.model;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model plans. Without an address and a preset none does.
 *
 * @param url address before {@code /chat/completions}
 * @param name the model
 * @param key sent as bearer; none for models that want none
 * @param preset fills address and name: {@code dashscope}
 * @param timeout of one call
 * @param within all calls for one message together; nobody waits for a thought longer than 45 s
 * @param maxTokens of one reply; 0 leaves it to the model
 * @param json how JSON is asked for
 */
@ConfigurationProperties("errand.model")
public record ModelSettings(
        @Nullable String url,
        @Nullable String name,
        @Nullable String key,
        @Nullable String preset,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("35s") Duration within,
        @DefaultValue("8000") int maxTokens,
        @DefaultValue("object") Json json) {

    /** How a model is told to reply in JSON. */
    public enum Json {
        /** {@code response_format} with the schema of a reply. */
        SCHEMA,
        /** {@code response_format: json_object}. */
        OBJECT,
        /** By the prompt alone. */
        PROMPT
    }

    private record Preset(String url, String name) {}

    private static final Map<String, Preset> PRESETS =
            new TreeMap<>(
                    Map.of(
                            "dashscope",
                            new Preset(
                                    "https://dashscope.aliyuncs.com/compatible-mode/v1",
                                    "qwen-plus")));
    private static final Duration LONGEST = Duration.ofSeconds(40);

    public ModelSettings {
        Preset filling = preset(said(preset));
        String address = said(url);
        String model = said(name);
        url =
                address != null
                        ? address.replaceAll("/+$", "")
                        : filling == null ? null : filling.url();
        name = model != null ? model : filling == null ? null : filling.name();
        key = said(key);
        if (url != null && name == null) {
            throw new IllegalArgumentException(
                    "errand.model.url is set and errand.model.name is not; say which model shall plan (ERRAND_MODEL_NAME).");
        }
        if (url != null) {
            checkAddress(url);
        }
        if (within.compareTo(LONGEST) > 0 || !timeout.isPositive() || !within.isPositive()) {
            throw new IllegalArgumentException(
                    "errand.model.timeout is %s and errand.model.within %s; both must be positive, and within at most %d s, since nobody waits longer."
                            .formatted(timeout, within, LONGEST.toSeconds()));
        }
    }

    /** Whether a model shall plan. */
    public boolean given() {
        return url != null;
    }

    private static @Nullable Preset preset(@Nullable String preset) {
        if (preset == null) {
            return null;
        }
        Preset filling = PRESETS.get(preset.toLowerCase(Locale.ROOT));
        if (filling == null) {
            throw new IllegalArgumentException(
                    "errand.model.preset is '%s'; there are: %s. Any other model is set by errand.model.url and errand.model.name."
                            .formatted(preset, String.join(", ", PRESETS.keySet())));
        }
        return filling;
    }

    private static void checkAddress(String url) {
        boolean web;
        try {
            URI address = URI.create(url);
            web = address.getHost() != null && url.matches("(?i)https?://.*");
        } catch (IllegalArgumentException notAnAddress) {
            web = false;
        }
        if (!web) {
            throw new IllegalArgumentException(
                    "errand.model.url is '%s'; it must be an address such as http://127.0.0.1:11434/v1, without /chat/completions."
                            .formatted(url));
        }
    }

    /** Null for what is blank, as an empty environment variable is. */
    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Without the key, which must stand in no log. */
    @Override
    public String toString() {
        return "ModelSettings[url=%s, name=%s, key=%s, timeout=%s, within=%s, maxTokens=%d, json=%s]"
                .formatted(
                        url, name, key == null ? "none" : "set", timeout, within, maxTokens, json);
    }
}
