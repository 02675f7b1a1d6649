package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Quote;
import errand.events.TaskSucceeded;
import errand.runtime.work.Reply;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.CartQuote;
import errand.taobao.market.CartQuotes;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderReturned;
import errand.taobao.market.OrderState;
import errand.taobao.market.QuoteRefund;
import errand.taobao.market.RefundQuote;
import errand.taobao.market.RefundQuote.Way;
import errand.taobao.market.ReturnOrder;
import errand.taobao.market.ReturnReason;
import errand.taobao.market.TrackOrder;
import errand.taobao.market.Tracking;
import errand.testkit.AgentHarness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
class AfterOrderIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void an_order_goes_its_way_by_the_clock() {
        GoodsOrder order = keyboard(1);

        assertThat(track(order).state()).isEqualTo(OrderState.ORDERED);
        assertThat(track(order).trackingNo()).isNull();
        market.clock.forward(Duration.ofHours(24));
        assertThat(track(order).state()).isEqualTo(OrderState.SENT);
        market.clock.forward(Duration.ofHours(5));
        assertThat(track(order).state()).isEqualTo(OrderState.IN_TRANSIT);
        market.clock.forward(Duration.ofDays(6));
        Tracking there = track(order);
        assertThat(there.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(there.trackingNo()).startsWith("EX");
        assertThat(there.events()).hasSize(4);
        assertThat(there.events().stream().map(event -> event.at().toInstant())).isSorted();
        assertThat(there.events().getLast().at().toLocalDate()).isEqualTo(order.deliverBy());
    }

    /** S10. */
    @Test
    void cancelling_costs_what_was_said_before_and_nothing_after_delivery() {
        GoodsOrder early = keyboard(1);
        GoodsOrder late = keyboard(1);
        GoodsOrder later = keyboard(1);

        RefundQuote free = refund(early, null);
        assertThat(free.way()).isEqualTo(Way.CANCEL);
        assertThat(free.refund()).isEqualTo(early.total());
        assertThat(cancel(early).refund()).isEqualTo(free.refund());
        assertThat(failure("refund.quote", new QuoteRefund(early.orderId(), null, null)))
                .isEqualTo("ALREADY_CANCELLED");
        assertThat(track(early).state()).isEqualTo(OrderState.CANCELLED);
        market.clock.forward(Duration.ofHours(24));
        RefundQuote sent = refund(late, null);
        assertThat(sent.fee()).isEqualTo(Money.cny(1_000));
        OrderCancelled cancelled = cancel(late);
        assertThat(cancelled.fee()).isEqualTo(sent.fee());
        assertThat(cancelled.fee().plus(cancelled.refund())).isEqualTo(late.total());
        market.clock.forward(Duration.ofDays(6));
        assertThat(refused("order.cancel", new CancelOrder(later.orderId())))
                .isEqualTo("DELIVERED");
        market.clock.forward(Duration.ofDays(9));
        assertThat(refused("order.cancel", new CancelOrder(later.orderId()))).isEqualTo("TOO_LATE");
    }

    @Test
    void what_was_delivered_goes_back_in_parts_and_never_brings_more_than_was_paid() {
        GoodsOrder order = keyboard(3);
        String sku = order.items().getFirst().skuId();
        assertThat(returning(order, 1, ReturnReason.NO_REASON)).isEqualTo("NOT_DELIVERED");
        market.clock.forward(Duration.ofDays(7));

        RefundQuote said =
                market.done(
                        "refund.quote",
                        new QuoteRefund(
                                order.orderId(),
                                List.of(new GoodsLine(sku, 1)),
                                ReturnReason.NO_REASON),
                        RefundQuote.class);
        OrderReturned first = back(order, List.of(new GoodsLine(sku, 1)), ReturnReason.NO_REASON);
        assertThat(said.way()).isEqualTo(Way.RETURN);
        assertThat(first.refund()).isEqualTo(said.refund());
        assertThat(first.fee()).isEqualTo(Money.cny(1_000));
        assertThat(track(order).state()).isEqualTo(OrderState.PARTLY_RETURNED);
        assertThat(returning(order, 3, ReturnReason.QUALITY)).isEqualTo("ALREADY_RETURNED");
        assertThat(refused("goods.cancel", new CancelOrder(order.orderId())))
                .isEqualTo("ALREADY_RETURNED");
        OrderReturned rest = back(order, null, ReturnReason.QUALITY);
        assertThat(rest.fee()).isEqualTo(Money.cny(0));
        assertThat(rest.lines()).containsExactly(new GoodsLine(sku, 2));
        assertThat(first.fee().plus(rest.refundedInAll())).isEqualTo(order.total());
        assertThat(track(order).state()).isEqualTo(OrderState.RETURNED);
        assertThat(returning(order, 1, ReturnReason.QUALITY)).isEqualTo("ALREADY_RETURNED");
    }

    @Test
    void of_an_order_of_several_things_each_brings_its_share() {
        CartQuotes cart =
                market.done(
                        "cart.quote",
                        new CartQuote(
                                sameSeller().stream().map(it -> new GoodsLine(it, 1)).toList(),
                                null),
                        CartQuotes.class);
        GoodsOrder order =
                AgentHarness.output(market.place(cart.quotes().getFirst()), GoodsOrder.class);
        market.clock.forward(Duration.ofDays(7));

        Money back = Money.cny(0);
        for (GoodsLine item : order.items()) {
            OrderReturned returned = back(order, List.of(item), ReturnReason.WRONG_ITEM);
            back = back.plus(returned.refund());
            assertThat(returned.refundedInAll()).isEqualTo(back);
        }
        assertThat(back).isEqualTo(order.total().minus(shipping(order)));
    }

    private static Money shipping(GoodsOrder order) {
        return order.lines().stream()
                .filter(line -> line.title().equals("运费"))
                .map(Quote.Line::amount)
                .reduce(Money.cny(0), Money::plus);
    }

    private List<String> sameSeller() {
        List<Good> goods =
                market.sandbox.catalogue().goods().stream()
                        .filter(good -> good.seller().name().equals("云枢旗舰店"))
                        .filter(
                                good ->
                                        market.sandbox
                                                        .catalogue()
                                                        .stock(good, LocalDate.parse("2026-11-23"))
                                                > 0)
                        .toList();
        return goods.stream().limit(3).map(Good::skuId).toList();
    }

    @Test
    void of_ten_who_return_the_same_thing_one_does() throws Exception {
        GoodsOrder order = keyboard(1);
        market.clock.forward(Duration.ofDays(7));
        ReturnOrder wish = new ReturnOrder(order.orderId(), ReturnReason.QUALITY, null);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(threads.submit(() -> market.agreed("order.return", wish)));
            }
            for (Future<Reply> each : all) {
                replies.add(each.get());
            }
        }

        assertThat(replies.stream().filter(it -> it.record() instanceof TaskSucceeded)).hasSize(1);
        assertThat(market.count("select coalesce(sum(refund), 0) from order_return"))
                .isEqualTo((int) order.total().amount());
    }

    @Test
    void returns_end_a_week_after_delivery() {
        GoodsOrder order = keyboard(1);
        market.clock.forward(Duration.ofDays(14));

        assertThat(returning(order, 1, ReturnReason.QUALITY)).isEqualTo("TOO_LATE");
    }

    private GoodsOrder keyboard(int quantity) {
        return market.order(market.search("机械键盘", null).getFirst().skuId(), quantity);
    }

    private Tracking track(GoodsOrder order) {
        return market.done("order.track", new TrackOrder(order.orderId()), Tracking.class);
    }

    private RefundQuote refund(GoodsOrder order, @Nullable ReturnReason reason) {
        return market.done(
                "refund.quote", new QuoteRefund(order.orderId(), null, reason), RefundQuote.class);
    }

    private OrderCancelled cancel(GoodsOrder order) {
        return AgentHarness.output(
                market.agreed("order.cancel", new CancelOrder(order.orderId())),
                OrderCancelled.class);
    }

    private OrderReturned back(
            GoodsOrder order, @Nullable List<GoodsLine> lines, ReturnReason reason) {
        return AgentHarness.output(
                market.agreed("order.return", new ReturnOrder(order.orderId(), reason, lines)),
                OrderReturned.class);
    }

    private String returning(GoodsOrder order, int quantity, ReturnReason reason) {
        GoodsLine line = new GoodsLine(order.items().getFirst().skuId(), quantity);
        return refused("order.return", new ReturnOrder(order.orderId(), reason, List.of(line)));
    }

    private String refused(String capability, Object input) {
        return AgentHarness.failure(market.agreed(capability, input)).getCode();
    }

    private String failure(String capability, Object input) {
        return AgentHarness.failure(market.by("demo", capability, input)).getCode();
    }
}
