package errand.flash.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Quote;
import errand.common.Failure;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.OrderState;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.Orders;
import errand.flash.delivery.OrdersWish;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.TrackOrder;
import errand.runtime.sandbox.World;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens after the yes: courses and cancellations, times and options. */
@Tag("integration")
class OrderingIT {

    private final Neighbours here = new Neighbours();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void an_order_is_followed_to_the_door() {
        String order = here.order(here.lattes(2));
        OrderTracked placed = track(order);
        here.clock().forward(Duration.ofMinutes(8));
        OrderTracked preparing = track(order);
        here.clock().forward(Duration.ofHours(3));
        OrderTracked delivered = track(order);

        assertThat(placed.state()).isEqualTo(OrderState.PLACED);
        assertThat(placed.status()).startsWith("等待商家接单，预计");
        assertThat(placed.deliveredAt()).isNull();
        assertThat(placed.lines()).hasSize(1);
        assertThat(placed.lines().getFirst().quantity()).isEqualTo(2);
        assertThat(placed.image()).startsWith("data:image/svg+xml,");
        assertThat(preparing.state()).isEqualTo(OrderState.PREPARING);
        assertThat(delivered.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(Objects.requireNonNull(delivered.deliveredAt())).isAfter(delivered.orderedAt());
        assertThat(delivered.refunded()).isEqualTo(Money.cny(0));
    }

    @Test
    void orders_are_listed_the_last_one_first_each_to_its_own_person() {
        String first = here.order(here.lattes(2));
        here.clock().forward(Duration.ofHours(4));
        String second = here.order(here.lattes(3));
        here.cancel(second);

        Orders page = list(new OrdersWish(null, 1, null));
        Orders rest = list(new OrdersWish(null, 1, page.next()));
        Orders cancelled = list(new OrdersWish(OrderState.CANCELLED, null, null));

        assertThat(page.orders()).extracting(OrderTracked::orderId).containsExactly(second);
        assertThat(rest.orders()).extracting(OrderTracked::orderId).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(cancelled.orders()).extracting(OrderTracked::orderId).containsExactly(second);
        assertThat(cancelled.orders().getFirst().status()).isEqualTo("已取消，扣0元");
        Reply stranger =
                here.harness()
                        .deliver(
                                here.harness()
                                        .task("flash.order.track")
                                        .user("stranger")
                                        .input(new TrackOrder(first))
                                        .build());
        assertThat(AgentHarness.failure(stranger).getCode()).isEqualTo("UNKNOWN_BOOKING");
        assertThat(failure("flash.orders.list", new OrdersWish(null, 99, null)).getCode())
                .isEqualTo("BAD_LIMIT");
        assertThat(failure("flash.orders.list", new OrdersWish(null, null, "x")).getCode())
                .isEqualTo("BAD_CURSOR");
    }

    @Test
    void a_delivery_for_seven_is_promised_for_seven_and_free_to_cancel_until_it_is_begun() {
        OffsetDateTime seven = OffsetDateTime.parse("2026-11-23T19:00:00+08:00");
        ShopOffer shop = here.shop("拿铁");
        OrderLine line = new OrderLine(shop.items().getFirst().itemId(), 2);
        OrderQuote wish = new OrderQuote(shop.shopId(), List.of(line), "西溪园区前台", seven);

        OrderQuoted quoted =
                AgentHarness.output(here.call("flash.order.quote", wish), OrderQuoted.class);
        OrderCommitted order = here.committed(quoted.quote());

        assertThat(quoted.arrivesAt()).isEqualTo(seven);
        assertThat(quoted.quote().details()).containsEntry("deliverTo", "西溪园区前台");
        assertThat(order.etaAt()).isEqualTo(seven);
        assertThat(order.cancellation()).startsWith("开始备餐前（送达前");
        here.clock().forward(Duration.ofHours(8));
        OrderCancelled free = here.cancel(order.orderId());
        assertThat(free.refund()).isEqualTo(quoted.quote().total());
    }

    @Test
    void a_time_that_cannot_be_kept_is_refused_with_one_that_can() {
        ShopOffer shop = here.shop("拿铁");
        Instant now = here.clock().instant();

        assertThat(at(shop, now.plus(Duration.ofMinutes(5))).getCode()).isEqualTo("TOO_SOON");
        assertThat(at(shop, now.plus(Duration.ofDays(4))).getCode()).isEqualTo("TOO_FAR_AHEAD");
        Failure night = at(shop, now.plus(Duration.ofHours(16)));
        assertThat(night.getCode()).isEqualTo("SHOP_CLOSED");
        assertThat(night.getMessage()).contains("11-24 02:00").contains("07:30–21:30");
    }

    @Test
    void options_cost_what_they_say_and_hot_and_iced_are_of_one_stock() {
        ShopOffer shop = here.shop("拿铁");
        String latte = shop.items().getFirst().itemId();
        Money price = shop.items().getFirst().price();
        OrderQuote wish =
                new OrderQuote(
                        shop.shopId(),
                        List.of(
                                new OrderLine(latte, 1, List.of("iced", "大杯")),
                                new OrderLine(latte, 1, List.of("hot"))),
                        "西溪园区前台");

        Quote quote =
                AgentHarness.output(here.call("flash.order.quote", wish), OrderQuoted.class)
                        .quote();
        OrderTracked order = track(here.order(quote));

        assertThat(quote.lines().getFirst().title()).isEqualTo("拿铁（冰，大杯）");
        assertThat(quote.lines().getFirst().unit()).isEqualTo(price.plus(Money.cny(300)));
        assertThat(quote.lines().get(1).title()).isEqualTo("拿铁");
        assertThat(order.lines())
                .extracting(OrderTracked.Line::itemId)
                .containsExactly(latte + "+iced+large", latte);
        assertThat(inDatabase("select quantity from occupancy")).isEqualTo(2);
    }

    @Test
    void an_option_nobody_offers_is_refused_with_those_that_are_offered() {
        ShopOffer shop = here.shop("拿铁");
        String latte = shop.items().getFirst().itemId();

        Failure unknown =
                failure(
                        "flash.order.quote",
                        new OrderQuote(
                                shop.shopId(),
                                List.of(new OrderLine(latte, 2, List.of("加香菜"))),
                                "西溪园区前台"));
        Failure both =
                failure(
                        "flash.order.quote",
                        new OrderQuote(
                                shop.shopId(),
                                List.of(new OrderLine(latte, 2, List.of("hot", "iced"))),
                                "西溪园区前台"));

        assertThat(unknown.getCode()).isEqualTo("UNKNOWN_OPTION");
        assertThat(unknown.getMessage()).startsWith("拿铁不能选“加香菜”。可选：").contains("温度（热/冰，选一）");
        assertThat(both.getCode()).isEqualTo("UNKNOWN_OPTION");
    }

    private Failure at(ShopOffer shop, Instant when) {
        OrderLine line = new OrderLine(shop.items().getFirst().itemId(), 2);
        OffsetDateTime at = when.atZone(World.ZONE).toOffsetDateTime();
        return failure(
                "flash.order.quote", new OrderQuote(shop.shopId(), List.of(line), "西溪园区前台", at));
    }

    private Failure failure(String capability, Object input) {
        return AgentHarness.failure(here.call(capability, input));
    }

    private OrderTracked track(String order) {
        return AgentHarness.output(
                here.call("flash.order.track", new TrackOrder(order)), OrderTracked.class);
    }

    private Orders list(OrdersWish wish) {
        return AgentHarness.output(here.call("flash.orders.list", wish), Orders.class);
    }

    private long inDatabase(String sql) {
        return JdbcClient.create(here.database()).sql(sql).query(Long.class).single();
    }
}
