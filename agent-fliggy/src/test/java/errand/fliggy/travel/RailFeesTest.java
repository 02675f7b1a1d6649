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

class RailFeesTest {

    private static final Instant DEPARTS = Instant.parse("2026-12-07T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT192H, 0",
        "PT191H59M, 2850",
        "PT48H, 2850",
        "PT47H59M, 5650",
        "PT24H, 5650",
        "PT23H59M, 11350",
        "PT1M, 11350"
    })
    void takes_more_the_later_a_ticket_of_567_yuan_is_handed_back(Duration ahead, long fen) {
        Money fee = RailFees.of(Money.cny(56_700), 1, DEPARTS, DEPARTS.minus(ahead));

        assertThat(fee).isEqualTo(Money.cny(fen));
    }

    @Test
    void rounds_each_ticket_to_half_a_yuan_and_then_multiplies() {
        // 5 % of 553.00 is 27.65: 27.50 a ticket.
        Money fee = RailFees.of(Money.cny(55_300), 12, DEPARTS, DEPARTS.minus(Duration.ofDays(3)));

        assertThat(fee).isEqualTo(Money.cny(12 * 2_750));
    }

    @Test
    void takes_at_least_two_yuan_but_never_more_than_the_ticket() {
        assertThat(RailFees.of(Money.cny(1_500), 1, DEPARTS, DEPARTS.minus(Duration.ofDays(3))))
                .isEqualTo(Money.cny(200));
        assertThat(RailFees.of(Money.cny(150), 1, DEPARTS, DEPARTS.minus(Duration.ofDays(3))))
                .isEqualTo(Money.cny(150));
    }

    @ParameterizedTest
    @CsvSource({
        "PT72H, 2026-12-09, 0",
        "PT47H59M, 2026-12-07, 0",
        "PT47H59M, 2026-12-06, 0",
        "PT47H59M, 2026-12-08, 2850",
        "PT24H, 2026-12-08, 2850",
        "PT23H59M, 2026-12-08, 8500",
        "PT1M, 2026-12-07, 0"
    })
    void changing_costs_only_late_and_only_to_a_later_day(Duration ahead, LocalDate to, long fen) {
        Money fee =
                RailFees.ofChanging(
                        Money.cny(56_700),
                        1,
                        DEPARTS,
                        to,
                        ZoneId.of("Asia/Shanghai"),
                        DEPARTS.minus(ahead));

        assertThat(fee).isEqualTo(Money.cny(fen));
    }

    @Test
    void who_changed_late_to_a_far_departure_pays_at_least_five_per_cent_for_handing_back() {
        Instant far = DEPARTS.plus(Duration.ofDays(20));
        Instant now = DEPARTS.minus(Duration.ofDays(3));

        assertThat(RailFees.changedLate(DEPARTS, far, now)).isTrue();
        assertThat(RailFees.changedLate(DEPARTS, DEPARTS.plusSeconds(60), now)).isFalse();
        assertThat(RailFees.of(Money.cny(56_700), 2, far, now)).isEqualTo(Money.cny(0));
        assertThat(RailFees.of(Money.cny(56_700), 2, far, now, RailFees.CHANGED_LATE_PERCENT))
                .isEqualTo(Money.cny(5_700));
    }
}
