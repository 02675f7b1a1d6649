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

    private static Periods bound(Map<String, String> settings) {
        return properties(settings).periods();
    }

    private static SandboxProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.amap", SandboxProperties.class);
    }
}
