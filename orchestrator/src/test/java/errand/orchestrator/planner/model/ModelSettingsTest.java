package errand.orchestrator.planner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelSettingsTest {

    @Test
    void without_address_and_preset_no_model_plans() {
        assertThat(settings(Map.of()))
                .returns(false, ModelSettings::given)
                .returns(Duration.ofSeconds(20), ModelSettings::timeout)
                .returns(Duration.ofSeconds(35), ModelSettings::within)
                .returns(8000, ModelSettings::maxTokens)
                .returns(ModelSettings.Json.OBJECT, ModelSettings::json);
        assertThat(settings(Map.of("errand.model.url", " ")).given()).isFalse();
    }

    @Test
    void a_preset_fills_what_is_not_said() {
        assertThat(settings(Map.of("errand.model.preset", "dashscope")))
                .returns(true, ModelSettings::given)
                .returns("https://dashscope.aliyuncs.com/compatible-mode/v1", ModelSettings::url)
                .returns("qwen-plus", ModelSettings::name);
        assertThat(
                        settings(
                                Map.of(
                                        "errand.model.preset", "DashScope",
                                        "errand.model.name", "qwen-max",
                                        "errand.model.json", "prompt")))
                .returns("qwen-max", ModelSettings::name)
                .returns(ModelSettings.Json.PROMPT, ModelSettings::json);
    }

    @Test
    void the_key_is_never_shown() {
        var settings =
                settings(
                        Map.of(
                                "errand.model.url", "http://127.0.0.1:1/v1/",
                                "errand.model.name", "m",
                                "errand.model.key", "sk-1"));
        assertThat(settings.url()).isEqualTo("http://127.0.0.1:1/v1");
        assertThat(settings.toString()).doesNotContain("sk-1").contains("key=set");
    }

    @Test
    void refuses_what_cannot_work_and_says_what_can() {
        assertThatThrownBy(() -> settings(Map.of("errand.model.url", "http://127.0.0.1:1/v1")))
                .rootCause()
                .hasMessageContaining("errand.model.name is not")
                .hasMessageContaining("ERRAND_MODEL_NAME");
        assertThatThrownBy(() -> settings(Map.of("errand.model.preset", "qwen")))
                .rootCause()
                .hasMessageContaining("there are: dashscope");
        assertThatThrownBy(
                        () ->
                                settings(
                                        Map.of(
                                                "errand.model.url", "localhost",
                                                "errand.model.name", "m")))
                .rootCause()
                .hasMessageContaining("http://127.0.0.1:11434/v1");
        assertThatThrownBy(() -> settings(Map.of("errand.model.within", "60s")))
                .rootCause()
                .hasMessageContaining("at most 40 s");
    }

    @Test
    void no_auto_configuration_of_spring_ai_is_on_the_class_path() throws IOException {
        for (URL list :
                Collections.list(
                        getClass()
                                .getClassLoader()
                                .getResources(
                                        "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"))) {
            try (var in = list.openStream()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .as("%s", list)
                        .doesNotContain("springframework.ai");
            }
        }
    }

    private static ModelSettings settings(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("errand.model", ModelSettings.class);
    }
}
