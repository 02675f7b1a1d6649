package errand.amap.rides;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RideFeesTest {

    private static final Instant PICK_UP = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT3H, PT1H, 8000, 0",
        "PT3H, PT30M, 8000, 0",
        "PT3H, PT29M59S, 8000, 1600",
        "PT3H, PT29M, 8050, 1700",
        "PT3H, PT29M, 1300, 500",
        "PT3H, PT5M1S, 8000, 1600",
        "PT3H, PT5M, 8000, 4000",
        "PT3H, PT1M, 1300, 1000",
        "PT3H, PT1M, 900, 900",
        "PT10M, PT8M1S, 8000, 0",
        "PT10M, PT8M, 8000, 1600"
    })
    void is_free_early_and_at_once_then_dearer(
            Duration ordered, Duration before, long total, long fee) {
        Instant orderedAt = PICK_UP.minus(ordered);
        Instant now = PICK_UP.minus(before);

        assertThat(RideFees.of(Money.cny(total), orderedAt, PICK_UP, now))
                .isEqualTo(Money.cny(fee));
    }
}
