package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EngineSettingsTest {

    @Test
    void nothing_said_gives_the_defaults() {
        assertThat(bound(Map.of())).isEqualTo(EngineSettings.defaults());
    }

    @Test
    void what_is_said_counts() {
        EngineSettings settings =
                bound(
                        Map.of(
                                "errand.engine.guarantee", "exactly_once_v2",
                                "errand.engine.commit-every", "10ms"));
        assertThat(settings.exactlyOnce()).isTrue();
        assertThat(settings.commitEvery().toMillis()).isEqualTo(10);
    }

    @Test
    void a_guarantee_that_kafka_does_not_give_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("errand.engine.guarantee", "exactly_once")))
                .rootCause()
                .hasMessage(
                        "errand.engine.guarantee is 'exactly_once'; possible are at_least_once and"
                                + " exactly_once_v2.");
    }

    @Test
    void streams_runs_as_measured_unless_the_user_says_otherwise() {
        Properties streams =
                StreamsSettings.of(
                        new KafkaSettings(
                                Map.of(
                                        "bootstrap.servers", "127.0.0.1:1",
                                        "poll.ms", "7",
                                        "application.id", "mine")),
                        new TopicSettings("team.", (short) 3, 4, true),
                        EngineSettings.defaults(),
                        Path.of("streams"));
        assertThat(streams)
                .containsEntry("application.id", "team.errand-engine")
                .containsEntry("group.protocol", "classic")
                .containsEntry("poll.ms", "7")
                .containsEntry("producer.linger.ms", 0)
                .containsEntry("main.consumer.session.timeout.ms", 2_000)
                .containsEntry("main.consumer.heartbeat.interval.ms", 200)
                .containsEntry("statestore.cache.max.bytes", 0)
                .containsEntry("replication.factor", 3);
    }

    private static EngineSettings bound(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("errand.engine", EngineSettings.class);
    }
}
