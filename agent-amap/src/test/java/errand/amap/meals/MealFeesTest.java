package errand.amap.meals;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MealFeesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.parse("2026-12-07");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 0",
        "2026-12-06T17:59, 0",
        "2026-12-06T18:00, 35700",
        "2026-12-07T11:59, 35700",
        "2026-12-07T12:00, 118800"
    })
    void are_nothing_then_thirty_per_cent_then_all(LocalDateTime at, long fee) {
        Money total = Money.cny(118_800);

        assertThat(MealFees.of(total, DAY, ZONE, at.atZone(ZONE).toInstant()))
                .isEqualTo(Money.cny(fee));
    }
}
