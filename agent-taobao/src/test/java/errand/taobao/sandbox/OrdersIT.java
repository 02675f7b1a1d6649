package errand.taobao.sandbox;

import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.common.Failure;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.work.Reply;
import errand.taobao.TaobaoAgent;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderGoods;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import errand.testkit.TestTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

@Tag("integration")
class OrdersIT {

    private final HikariDataSource database = TestDatabase.forAgent("taobao");
    private final SettableClock clock = SettableClock.onMondayMorning();
    private final Sandbox sandbox = Sandbox.on(database, 42);
    private final AgentHarness harness =
            AgentHarness.on(new TaobaoAgent(sandbox.market()), database, clock);

    private int undone;

    @AfterEach
    void close() {
        sandbox.close();
        database.close();
    }

    @Test
    void ranks_by_what_is_paid_in_the_end_and_keeps_to_it() {
        List<GoodsOffer> offers = search("适合写论文的轻薄本", 3_000);

        assertThat(offers).hasSizeBetween(3, 20);
        assertThat(offers.stream().map(offer -> offer.payable().amount())).isSorted();
        assertThat(offers).allMatch(offer -> offer.payable().amount() <= 300_000);
        assertThat(offers).allMatch(offer -> !offer.reasons().isEmpty());
        assertThat(offers).anyMatch(offer -> offer.price().amount() > offer.payable().amount());
        assertThat(search("light laptop", 3_000).stream().map(GoodsOffer::skuId))
                .containsExactlyElementsOf(offers.stream().map(GoodsOffer::skuId).toList());
    }

    @Test
    void a_quote_for_one_costs_what_the_search_said() {
        for (String text : List.of("轻薄本", "猫粮", "雨伞", "robot vacuum", "yoga mat")) {
            for (GoodsOffer offer : search(text, null)) {
                Quote quote = quote(offer.skuId(), 1);
                assertThat(quote.total()).as("%s", offer).isEqualTo(offer.payable());
                assertThat(quote.payee().id()).startsWith("taobao:s");
                assertThat(quote.payee().name()).isEqualTo(offer.seller());
                assertThat(quote.details())
                        .containsEntry("deliverBy", String.valueOf(offer.deliverBy()));
            }
        }
    }

    @Test
    void keeps_to_the_day_of_arrival_and_finds_nothing_for_what_it_does_not_know() {
        LocalDate day = LocalDate.parse("2026-11-25");
        GoodsSearch wish = GoodsSearch.about("team building supplies", null, day);
        GoodsOffers found =
                AgentHarness.output(harness.call("taobao.goods.search", wish), GoodsOffers.class);

        assertThat(found.offers())
                .isNotEmpty()
                .allMatch(o -> o.deliverBy() != null && !o.deliverBy().isAfter(day));
        assertThat(search("zeppelin", null)).isEmpty();
    }

    @Test
    void an_order_takes_from_the_stock_and_a_cancelled_one_gives_it_back() {
        String sku = search("机械键盘", null).getFirst().skuId();
        control().change(sku, new Change(5, null));
        Quote quote = quote(sku, 3);

        GoodsOrder order = AgentHarness.output(order(quote), GoodsOrder.class);

        assertThat(order.total()).isEqualTo(quote.total());
        assertThat(order.deliverBy()).isAfter(LocalDate.parse("2026-11-23"));
        Failure left = AgentHarness.failure(call(sku, 3));
        assertThat(left.getCode()).isEqualTo("SOLD_OUT");
        assertThat(left.getMessage()).contains("需要3，只剩2。");
        OrderCancelled cancelled =
                AgentHarness.output(
                        undo("taobao.goods.cancel", new CancelOrder(order.orderId())),
                        OrderCancelled.class);
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.refund()).isEqualTo(quote.total());
        assertThat(quote(sku, 5).total().amount()).isPositive();
    }

    @Test
    void sending_it_back_costs_ten_yuan_and_is_possible_for_a_week() {
        Quote quote = quote(search("机械键盘", null).getFirst().skuId(), 1);
        String early = AgentHarness.output(order(quote), GoodsOrder.class).orderId();
        String late = AgentHarness.output(order(quote), GoodsOrder.class).orderId();

        clock.forward(Duration.ofDays(2));
        OrderCancelled cancelled =
                AgentHarness.output(
                        undo("taobao.goods.cancel", new CancelOrder(early)), OrderCancelled.class);
        assertThat(cancelled.fee()).isEqualTo(Money.cny(1_000));
        clock.forward(Duration.ofDays(30));
        assertThat(
                        AgentHarness.failure(undo("taobao.goods.cancel", new CancelOrder(late)))
                                .getCode())
                .isEqualTo("TOO_LATE");
    }

    @Test
    void of_twenty_who_want_the_last_piece_one_gets_it() throws Exception {
        String sku = search("相机", null).getFirst().skuId();
        control().change(sku, new Change(1, null));
        Quote quote = quote(sku, 1);

        List<Reply> replies = race(20, () -> order(quote));

        assertThat(replies.stream().filter(r -> r.record() instanceof TaskSucceeded)).hasSize(1);
        assertThat(replies.stream().filter(r -> r.record() instanceof TaskRefused))
                .hasSize(19)
                .allMatch(r -> AgentHarness.failure(r).getCode().equals("SOLD_OUT"));
        assertThat(taken(sku)).isEqualTo(1);
    }

    @Test
    void of_two_things_both_are_ordered_or_none() {
        List<Good> same =
                new Catalogue(42)
                        .goods().stream().filter(g -> g.seller().name().equals("云枢旗舰店")).toList();
        String one = same.getFirst().skuId();
        String other = same.getLast().skuId();
        control().change(one, new Change(10, null));
        control().change(other, new Change(1, null));
        Quote quote =
                quoted(
                        harness.call(
                                "taobao.goods.quote",
                                new GoodsQuote(
                                        List.of(new GoodsLine(one, 2), new GoodsLine(other, 1)),
                                        "杭州市西湖区")));
        AgentHarness.output(order(quote(other, 1)), GoodsOrder.class);

        Failure refused = AgentHarness.failure(order(quote));

        assertThat(refused.getCode()).isEqualTo("SOLD_OUT");
        assertThat(taken(one)).isZero();
        control().change(other, new Change(1, null));
        AgentHarness.output(order(quote), GoodsOrder.class);
        assertThat(taken(one)).isEqualTo(2);
        assertThat(taken(other)).isEqualTo(2);
    }

    @Test
    void another_price_is_refused_with_a_new_quote_that_can_be_ordered() {
        String sku = search("扫地机器人", null).getFirst().skuId();
        Quote before = quote(sku, 1);
        control().change(sku, new Change(null, IntNode.valueOf(345_600)));

        Failure refused = AgentHarness.failure(order(before));

        assertThat(refused.getCode()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.getMessage()).contains("需要重新确认");
        assertThat(refused.getDetails()).contains("quoteId");
        assertThat(AgentHarness.output(order(quote(sku, 1)), GoodsOrder.class).total())
                .isNotEqualTo(before.total());
    }

    @Test
    void goods_of_several_sellers_are_quoted_apart() {
        List<Good> goods = new Catalogue(42).about("猫粮");
        GoodsLine one = new GoodsLine(goods.get(0).skuId(), 1);
        GoodsLine other = new GoodsLine(goods.get(1).skuId(), 1);
        Reply reply =
                harness.deliver(
                        harness.task("taobao.goods.quote")
                                .lang("en")
                                .input(new GoodsQuote(List.of(one, other), null))
                                .build());

        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("MIXED_SELLERS");
        assertThat(AgentHarness.failure(reply).getMessage())
                .isEqualTo(
                        "These goods are of several sellers (%s, %s), who are paid separately; quote per seller."
                                .formatted(
                                        goods.get(0).seller().name(),
                                        goods.get(1).seller().name()));
    }

    @Test
    void what_is_not_on_sale_and_what_was_not_seen_is_refused() {
        Quote quote = quote(search("雨伞", null).getFirst().skuId(), 2);
        Quote dearer =
                new Quote(
                        quote.quoteId(),
                        quote.payee(),
                        quote.title(),
                        List.of(Quote.Line.of("x", 1, Money.cny(1))),
                        Money.cny(1),
                        quote.validUntil(),
                        "",
                        java.util.Map.of());

        assertThat(AgentHarness.failure(call("S999999", 1)).getMessage())
                .isEqualTo("没有编号为“S999999”的商品，请先用goods.search查找。");
        assertThat(AgentHarness.failure(call(search("雨伞", null).getFirst().skuId(), 0)).getCode())
                .isEqualTo("BAD_QUANTITY");
        assertThat(
                        AgentHarness.failure(
                                        harness.deliver(
                                                harness.task("taobao.goods.order")
                                                        .input(new OrderGoods(quote.quoteId()))
                                                        .terms(TestTerms.agreed("p_test", dearer))
                                                        .build()))
                                .getCode())
                .isEqualTo("NOT_AGREED");
        clock.forward(Duration.ofMinutes(30));
        assertThat(AgentHarness.failure(order(quote)).getCode()).isEqualTo("QUOTE_EXPIRED");
    }

    private StockControl control() {
        return new StockControl(
                sandbox.room(), id -> sandbox.piece(id, clock.instant()), id -> false, "", clock);
    }

    private List<GoodsOffer> search(String text, @Nullable Integer most) {
        return AgentHarness.output(
                        harness.call("taobao.goods.search", GoodsSearch.about(text, most, null)),
                        GoodsOffers.class)
                .offers();
    }

    private Reply call(String sku, int quantity) {
        GoodsQuote wish = new GoodsQuote(List.of(new GoodsLine(sku, quantity)), null);
        return harness.call("taobao.goods.quote", wish);
    }

    private Quote quote(String sku, int quantity) {
        return quoted(call(sku, quantity));
    }

    private static Quote quoted(Reply reply) {
        return AgentHarness.output(reply, Quoted.class).quote();
    }

    private Reply order(Quote quote) {
        return harness.callAgreed("taobao.goods.order", new OrderGoods(quote.quoteId()), quote);
    }

    private int taken(String sku) {
        return JdbcClient.create(database)
                .sql("select coalesce(sum(quantity), 0) from occupancy where item_id = ?")
                .param(sku)
                .query(Integer.class)
                .single();
    }

    /** As a step of its own. */
    private Reply undo(String capability, Object input) {
        String id = "p_test/s%d/undo/1".formatted(++undone);
        return harness.deliver(harness.task(capability).input(input).id(id).build());
    }
}
