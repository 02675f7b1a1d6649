package errand.alipay.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Money;
import errand.agent.TransientFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LivePropertiesTest {

    @Test
    void have_defaults_and_can_be_changed() {
        LiveProperties usual = bound(Map.of());
        assertThat(usual.gateway()).isEqualTo(URI.create("https://openapi.alipay.com/gateway.do"));
        assertThat(usual.payWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(usual.collectsFor("anybody")).isFalse();
        LiveProperties other =
                bound(
                        Map.of(
                                "errand.alipay.live.gateway",
                                "https://openapi-sandbox.dl.alipaydev.com/gateway.do",
                                "errand.alipay.live.payees",
                                "shop:*,fliggy:rail"));
        assertThat(other.gateway().getHost()).isEqualTo("openapi-sandbox.dl.alipaydev.com");
        assertThat(other.collectsFor("shop:7")).isTrue();
        assertThat(other.collectsFor("fliggy:rail")).isTrue();
        assertThat(other.collectsFor("fliggy:rails")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, http://openapi.alipay.com/gateway.do, only https leaves this machine",
        "pay-within, 16d, up to 15 days",
        "answer-within, 0s, it must be longer than nothing"
    })
    void what_would_not_do_is_refused(String name, String value, String why) {
        assertThatThrownBy(() -> bound(Map.of("errand.alipay.live." + name, value)))
                .hasStackTraceContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "100, 1.00", "12345, 123.45", "9007199254740993, 90071992547409.93"})
    void amounts_are_written_and_read_to_the_fen(long fen, String yuan) {
        assertThat(Yuan.of(Money.cny(fen))).isEqualTo(yuan);
        assertThat(Yuan.parse(yuan)).isEqualTo(Money.cny(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.001", "abc", "1e99", "null", "1,00"})
    void what_is_no_amount_is_not_believed(String text) {
        assertThatThrownBy(() -> Yuan.parse(text)).isInstanceOf(TransientFailure.class);
    }

    private static LiveProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.alipay.live", LiveProperties.class);
    }
}
