package errand.amap.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.sandbox.Periods;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SandboxPropertiesTest {

    @Test
    void are_half_an_hour_and_a_quarter_unless_said_otherwise() {
        assertThat(bound(Map.of())).isEqualTo(Periods.USUAL);
        assertThat(bound(Map.of("errand.amap.hold-for", "5m")).holdFor())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nothing_lasts_no_time_at_all() {
        assertThatThrownBy(() -> bound(Map.of("errand.amap.hold-for", "0s")))
                .rootCause()
                .hasMessage(
                        "errand.amap.hold-for is PT0S; it must be longer than nothing, such as 15m.");
    }

    @Test
    void a_world_is_as_large_as_usual_unless_said_otherwise_and_not_larger_than_memory() {
        assertThat(properties(Map.of()).worldSize()).isEqualTo(1);
        assertThat(properties(Map.of("errand.amap.world-size", "10")).worldSize()).isEqualTo(10);
        assertThatThrownBy(() -> properties(Map.of("errand.amap.world-size", "21")))
                .rootCause()
                .hasMessage("errand.amap.world-size is 21; it must be from 1 to 20.");
    }

    private static Periods bound(Map<String, String> settings) {
        return properties(settings).periods();
    }

    private static SandboxProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.amap", SandboxProperties.class);
    }
}
