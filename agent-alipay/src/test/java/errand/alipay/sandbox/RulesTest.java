package errand.alipay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RulesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2000000, 0",
        "0, 2000001, 1",
        "0, 2001000, 1",
        "0, 2001001, 2",
        "2000000, 1000, 1",
        "1999000, 1000, 0",
        "3000000, 5000000, 5000"
    })
    void a_thousandth_of_what_is_above_the_free_amount_is_charged(
            long before, long amount, long fee) {
        assertThat(Rules.USUAL.fee(before, amount)).isEqualTo(fee);
    }

    @Test
    void settings_have_defaults_and_can_be_changed() {
        assertThat(bound(Map.of()).rules()).isEqualTo(Rules.USUAL);
        SandboxProperties changed =
                bound(
                        Map.of(
                                "errand.alipay.opening-balance", "7",
                                "errand.alipay.transfer-per-day", "8",
                                "errand.alipay.quote-valid-for", "1h"));
        assertThat(changed.rules().balance()).isEqualTo(7);
        assertThat(changed.rules().transferPerDay()).isEqualTo(8);
        assertThat(changed.rules().quoteFor()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void settings_below_zero_are_refused_by_name() {
        assertThatThrownBy(() -> bound(Map.of("errand.alipay.credit-limit", "-1")))
                .hasStackTraceContaining("errand.alipay.credit-limit is -1; it cannot be below 0.");
        assertThatThrownBy(() -> bound(Map.of("errand.alipay.quote-valid-for", "0s")))
                .hasStackTraceContaining("a quote must hold for some time");
    }

    private static SandboxProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("errand.alipay", SandboxProperties.class);
    }
}
