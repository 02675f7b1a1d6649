package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.settings.MissingSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BootstrapTest {

    private static final Map<String, Object> LEAST =
            Map.of(
                    "ERRAND_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9",
                    "ERRAND_REGISTRY_URL", "http://127.0.0.1:9",
                    "ERRAND_TOPICS_PREFIX", "east.",
                    "ERRAND_CLOCK_START", "2030-01-05T00:00:00Z");

    /** As a container gets its settings. */
    @Test
    void settings_are_read_from_variables_of_the_environment() {
        Bootstrap bootstrap = new Bootstrap(environment(LEAST), new FixedDocuments());

        assertThat(bootstrap.topics().options().names().inbox())
                .isEqualTo("east.conversation.inbox");
        assertThat(bootstrap.topics().registry().urls()).isEqualTo("http://127.0.0.1:9");
        assertThat(
                        Duration.between(
                                Instant.parse("2030-01-05T00:00:00Z"), bootstrap.clock().instant()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(bootstrap.engine()).isSameAs(bootstrap.engine());
        assertThat(bootstrap.engine().isRunning()).isFalse();
    }

    @Test
    void a_missing_setting_is_named() {
        assertThatThrownBy(() -> new Bootstrap(environment(Map.of()), new FixedDocuments()))
                .satisfies(
                        failed ->
                                assertThat(failed)
                                        .rootCause()
                                        .isInstanceOf(MissingSetting.class)
                                        .hasMessageContaining("errand.kafka.bootstrap.servers"));
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.forEach(one -> sources.remove(one.getName()));
        sources.addFirst(
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
