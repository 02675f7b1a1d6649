package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Quote;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.ListOrders;
import errand.taobao.market.OrderHistory;
import errand.taobao.market.OrderState;
import errand.taobao.market.PastOrder;
import errand.taobao.market.TrackOrder;
import errand.taobao.market.Tracking;
import errand.testkit.AgentHarness;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
class HistoryIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    /** S14: 再买一次上个月那款猫粮. */
    @Test
    void last_months_cat_food_is_found_and_quoted_again() {
        OrderHistory found =
                market.done(
                        "orders.list",
                        new ListOrders(
                                "猫粮",
                                LocalDate.parse("2026-10-01"),
                                LocalDate.parse("2026-10-31"),
                                null,
                                null),
                        OrderHistory.class);

        PastOrder last = found.orders().getFirst();
        assertThat(found.found()).isEqualTo(1);
        assertThat(last.title()).contains("成猫粮");
        assertThat(last.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(last.returnUntil()).isNull();
        Quote now = market.quote(last.items().getFirst().skuId(), 1);
        assertThat(now.lines().getFirst().unit().amount())
                .isGreaterThan(last.items().getFirst().unit().amount());
        GoodsOrder again = AgentHarness.output(market.place(now), GoodsOrder.class);
        assertThat(list("cat food", null).orders().getFirst().orderId()).isEqualTo(again.orderId());
        assertThat(track(last.orderId()).events()).hasSize(4);
        assertThat(
                        AgentHarness.failure(
                                        market.agreed(
                                                "goods.cancel", new CancelOrder(last.orderId())))
                                .getCode())
                .isEqualTo("TOO_LATE");
    }

    @Test
    void the_history_is_the_persons_own_and_is_paged_and_filtered() {
        GoodsOrder order = market.order(market.search("机械键盘", null).getFirst().skuId(), 1);
        OrderHistory all = list(null, null);

        assertThat(all.found()).isEqualTo(25);
        assertThat(all.orders()).hasSize(20);
        assertThat(all.nextPage()).isEqualTo(2);
        assertThat(all.orders().getFirst().orderId()).isEqualTo(order.orderId());
        assertThat(all.orders().stream().map(it -> it.orderedAt().toInstant()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(list(null, OrderState.ORDERED).orders()).hasSize(1);
        assertThat(list("机械键盘", null).orders()).hasSize(1);
        assertThat(list("zeppelin", null).orders()).isEmpty();
        OrderHistory others =
                AgentHarness.output(
                        market.by(
                                "somebody",
                                "orders.list",
                                new ListOrders(null, null, null, null, null)),
                        OrderHistory.class);
        assertThat(others.orders()).isEmpty();
        assertThat(
                        AgentHarness.failure(
                                        market.by(
                                                "somebody",
                                                "order.track",
                                                new TrackOrder(order.orderId())))
                                .getMessage())
                .isEqualTo("There is no order '%s' of yours.".formatted(order.orderId()));
    }

    private OrderHistory list(@Nullable String text, @Nullable OrderState state) {
        return market.done(
                "orders.list", new ListOrders(text, null, null, state, null), OrderHistory.class);
    }

    private Tracking track(String orderId) {
        return market.done("order.track", new TrackOrder(orderId), Tracking.class);
    }
}
