package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.settings.KafkaSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewSettingsTest {

    private static final ViewSettings DEFAULTS = new ViewSettings(false, 1_000, 4_000, 500_000);

    @Test
    void what_a_dead_node_showed_is_shown_by_another_before_people_wonder() {
        var settings = View.consumerSettings(KafkaSettings.at("127.0.0.1:1"), "view", DEFAULTS);

        assertThat(settings)
                .containsEntry("session.timeout.ms", 2_000)
                .containsEntry("heartbeat.interval.ms", 200)
                .containsEntry("group.id", "view");
    }

    @Test
    void longer_sessions_can_be_said_but_no_other_group() {
        var said =
                new KafkaSettings(
                        Map.of(
                                "bootstrap.servers", "127.0.0.1:1",
                                "session.timeout.ms", "9000",
                                "group.id", "mine"));

        assertThat(View.consumerSettings(said, "view", DEFAULTS))
                .containsEntry("session.timeout.ms", "9000")
                .containsEntry("group.id", "view");
    }
}
