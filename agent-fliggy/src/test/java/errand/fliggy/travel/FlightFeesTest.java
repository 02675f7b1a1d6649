package errand.fliggy.travel;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightFeesTest {

    private static final Instant DEPARTS = Instant.parse("2026-12-07T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ECONOMY, PT168H, 6700, 3400",
        "ECONOMY, PT167H59M, 20100, 10100",
        "ECONOMY, PT48H, 20100, 10100",
        "ECONOMY, PT47H59M, 33500, 16800",
        "ECONOMY, PT4H, 33500, 16800",
        "ECONOMY, PT3H59M, 53600, 26800",
        "BUSINESS, PT47H59M, 10100, 6700",
        "FIRST, PT200H, 0, 0",
        "FIRST, PT1M, 13400, 6700"
    })
    void steps_by_time_and_cabin_of_a_fare_of_670_yuan(
            Cabin cabin, Duration ahead, long cancelling, long changing) {
        Instant now = DEPARTS.minus(ahead);

        assertThat(FlightFees.ofCancelling(cabin, Money.cny(67_000), 1, DEPARTS, now))
                .isEqualTo(Money.cny(cancelling));
        assertThat(FlightFees.ofChanging(cabin, Money.cny(67_000), 1, DEPARTS, now))
                .isEqualTo(Money.cny(changing));
    }

    @Test
    void the_terms_say_the_steps() {
        assertThat(FlightFees.terms(Cabin.ECONOMY))
                .startsWith("退票：起飞前7天以上10%，7天至48小时30%，48至4小时50%，4小时内80%；改期：5%／15%／25%／40%加差价");
    }

    @Test
    void tickets_of_attractions_are_free_to_cancel_until_the_day() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate day = LocalDate.parse("2026-12-07");
        Instant midnight = day.atStartOfDay(zone).toInstant();

        assertThat(AttractionFees.of(Money.cny(900), day, zone, midnight.minusSeconds(1)))
                .isEqualTo(Money.cny(0));
        assertThat(AttractionFees.of(Money.cny(900), day, zone, midnight))
                .isEqualTo(Money.cny(900));
    }
}
