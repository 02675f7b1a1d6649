package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.taobao.sandbox.Seller.Coupon;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final Seller SELLER =
            new Seller(
                    "s1",
                    "店",
                    100,
                    95,
                    List.of(new Coupon(300, 30), new Coupon(3000, 200)),
                    4_900,
                    800,
                    1,
                    3);

    @Test
    void takes_off_the_members_discount_first_and_then_the_best_coupon() {
        Bill bill = bill(SELLER, 3_200);

        assertThat(bill.lines().stream().map(Line::amount))
                .containsExactly(Money.cny(320_000), Money.cny(-16_000), Money.cny(-20_000));
        assertThat(bill.total()).isEqualTo(Money.cny(284_000));
        assertThat(bill.reasons(task("zh"))).containsExactly("88VIP 95折", "满3000减200", "包邮");
        assertThat(bill.reasons(task("en")))
                .containsExactly("88VIP member: 5% off", "200 off from 3000", "free shipping");
    }

    @Test
    void a_coupon_counts_what_is_left_after_the_members_discount() {
        assertThat(bill(SELLER, 3_100).total()).isEqualTo(Money.cny(310_000 - 15_500 - 3_000));
    }

    @Test
    void small_orders_pay_shipping() {
        Bill bill = bill(SELLER, 20);

        assertThat(bill.total()).isEqualTo(Money.cny(1_900 + 800));
        assertThat(bill.reasons(task("zh"))).containsExactly("88VIP 95折", "运费8元");
    }

    private static Bill bill(Seller seller, long yuan) {
        return new Bill(seller, List.of(Line.of("货", 1, Money.cny(yuan * 100))));
    }

    private static Task task(String lang) {
        Instant now = Instant.parse("2026-11-23T02:00:00Z");
        return new Task("t", "p", "demo", lang, now, now.plusSeconds(30), 1, null);
    }
}
