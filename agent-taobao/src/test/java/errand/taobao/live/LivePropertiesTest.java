package errand.taobao.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LivePropertiesTest {

    @Test
    void are_the_public_gateway_and_five_seconds_unless_said_otherwise() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new LiveProperties(
                                URI.create("https://eco.taobao.com"), "", Duration.ofSeconds(5)));
        assertThat(bound(Map.of("errand.taobao.live.adzone-id", "7788")).adzoneId())
                .isEqualTo("7788");
    }

    @Test
    void no_call_takes_no_time_at_all() {
        assertThatThrownBy(() -> bound(Map.of("errand.taobao.live.answer-within", "0s")))
                .rootCause()
                .hasMessage(
                        "errand.taobao.live.answer-within is PT0S; it must be longer than nothing, such as 5s.");
    }

    @Test
    void keys_are_not_sent_in_the_clear() {
        assertThatThrownBy(() -> bound(Map.of("errand.taobao.live.url", "http://eco.taobao.com")))
                .rootCause()
                .hasMessageContaining("only https leaves this machine");
    }

    private static LiveProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.taobao.live", LiveProperties.class);
    }
}
