package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.OrderTracked.Line;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompensationTest {

    /** Two lattes of 18, a bagel of 15.50; 1 for packing, 3 for delivery: 55.50. */
    private static final List<Line> GOODS =
            List.of(
                    new Line("F1-1", "拿铁", 2, Money.cny(1_800), Money.cny(3_600)),
                    new Line("F1-12", "贝果", 1, Money.cny(1_550), Money.cny(1_550)));

    private static final Quote QUOTE =
            new Quote(
                    "q_1",
                    new Payee("flash:F1", "店"),
                    "拿铁 ×2 等2样",
                    List.of(
                            Quote.Line.of("拿铁", 2, Money.cny(1_800)),
                            Quote.Line.of("贝果", 1, Money.cny(1_550)),
                            Quote.Line.of("包装费", 1, Money.cny(100)),
                            Quote.Line.of("配送费", 1, Money.cny(300))),
                    Money.cny(5_550),
                    OffsetDateTime.parse("2026-11-23T10:30:00+08:00"),
                    "",
                    Map.of());

    @ParameterizedTest
    @CsvSource({
        "10, 557",
        "19, 557",
        "20, 815",
        "39, 815",
        "40, 1845",
        "59, 1845",
        "60, 2875",
        "600, 2875"
    })
    void a_delay_gives_back_the_delivery_fee_and_a_share_of_the_goods(int minutes, long fen) {
        assertThat(Compensation.forDelay(QUOTE, GOODS, minutes)).isEqualTo(Money.cny(fen));
    }

    @Test
    void what_is_missing_is_given_back_at_its_price() {
        List<ClaimWish.Line> one = List.of(new ClaimWish.Line("F1-1", 1));

        assertThat(Compensation.forPieces(QUOTE, GOODS, one, false)).isEqualTo(Money.cny(1_800));
    }

    @Test
    void with_all_of_it_missing_the_fees_are_given_back_as_well() {
        List<ClaimWish.Line> all =
                List.of(new ClaimWish.Line("F1-1", 2), new ClaimWish.Line("F1-12", 1));

        assertThat(Compensation.forPieces(QUOTE, GOODS, all, true)).isEqualTo(QUOTE.total());
    }

    @Test
    void less_than_ten_minutes_is_no_delay() {
        assertThat(Compensation.percent(9)).isZero();
    }
}
