package errand.amap.dining;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiningFeesTest {

    private static final Instant SEATED = Instant.parse("2026-11-24T10:30:00Z");

    @ParameterizedTest
    @CsvSource({"PT5H, 0", "PT2H, 0", "PT1H59M59S, 20000", "PT1M, 20000"})
    void the_deposit_is_given_back_until_two_hours_before(Duration before, long fee) {
        assertThat(DiningFees.of(Money.cny(20_000), SEATED, SEATED.minus(before)))
                .isEqualTo(Money.cny(fee));
    }
}
