package errand.flash.sandbox;

import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.common.Failure;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.flash.FlashAgent;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.World;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

@Tag("integration")
class DeliveryIT {

    private final HikariDataSource database = TestDatabase.forAgent("flash");
    private final SettableClock clock = SettableClock.onMondayMorning();
    private final Sandbox sandbox = Sandbox.on(database, 42);
    private final AgentHarness harness =
            AgentHarness.on(
                    new FlashAgent(sandbox.shops(), sandbox.orders(), sandbox.cookbook()),
                    database,
                    clock);

    private int undone;

    @AfterEach
    void close() {
        sandbox.close();
        database.close();
    }

    @Test
    void two_lattes_for_the_office_are_quoted_kept_and_ordered() {
        ShopOffer shop = shop("两杯拿铁");
        OrderQuoted quoted = output(quote(shop, 2), OrderQuoted.class);
        Held held = output(reserve(quoted.quote()), Held.class);
        OrderCommitted order = output(commit(quoted.quote(), held), OrderCommitted.class);

        Money goods = shop.items().getFirst().price().times(2);
        assertThat(quoted.quote().total().amount())
                .isBetween(goods.amount() + shop.deliveryFee().amount(), goods.amount() + 1_500);
        assertThat(quoted.quote().payee().id()).isEqualTo("flash:" + shop.shopId());
        assertThat(quoted.belowMinimumBy()).isNull();
        assertThat(quoted.etaMinutes()).isEqualTo(shop.etaMinutes());
        assertThat(order.total()).isEqualTo(quoted.quote().total());
        assertThat(order.etaAt()).isEqualTo(order.orderedAt().plusMinutes(shop.etaMinutes()));
        assertThat(taken(shop)).isEqualTo(2);
    }

    @Test
    void too_small_an_order_is_refused_with_what_could_be_added() {
        ShopOffer shop = shop("可乐");
        Money price = shop.items().getFirst().price();
        String lacking = String.valueOf((shop.minimumOrder().amount() - price.amount()) / 100);

        Failure failure = AgentHarness.failure(quote(shop, 1));

        assertThat(failure.getCode()).isEqualTo("BELOW_MINIMUM");
        assertThat(failure.getMessage())
                .startsWith(
                        "%s起送价%d元，还差%s元。可以再加："
                                .formatted(
                                        shop.name(), shop.minimumOrder().amount() / 100, lacking))
                .endsWith("没有替您加任何东西。");
        assertThat(failure.getDetails()).contains("belowMinimumBy", "couldAdd", "itemId");
        assertThat(quote(shop, 12).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void a_place_nobody_knows_is_refused_with_what_is_possible() {
        Reply reply =
                harness.deliver(
                        harness.task("flash.shop.search")
                                .lang("en")
                                .input(new ShopSearch("the moon", "latte", null))
                                .build());

        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("PLACE_UNKNOWN");
        assertThat(AgentHarness.failure(reply).getMessage())
                .isEqualTo(
                        "I do not know where 'the moon' is. Name the city, and a district, campus or landmark, such as 'Xixi campus, Hangzhou'. Shops deliver in 71 cities, among them Beijing, Shanghai, Hangzhou, Guangzhou, Shenzhen, Chengdu, Wuhan, Nanjing, Xi'an, Suzhou, Tianjin, Chongqing.");
    }

    @Test
    void says_why_there_is_no_shop() {
        ShopOffers nothing = search("西溪园区", "飞机");
        assertThat(nothing.shops()).isEmpty();
        assertThat(nothing.note()).startsWith("西溪园区附近没有店卖“飞机”。");

        clock.forward(Duration.ofHours(18));
        ShopOffers asleep = search("西溪园区", "生椰拿铁");
        assertThat(asleep.shops()).isEmpty();
        assertThat(asleep.note()).contains("现在休息或已售罄").contains("07:30–21:30");
    }

    @Test
    void a_shop_that_closes_takes_no_order_and_delivers_to_no_other_town() {
        ShopOffer shop = shop("生椰拿铁");
        OrderLine line = new OrderLine(shop.items().getFirst().itemId(), 2);
        OrderQuote far = new OrderQuote(shop.shopId(), List.of(line), "上海市徐汇区");

        assertThat(AgentHarness.failure(harness.call("flash.order.quote", far)).getMessage())
                .isEqualTo(shop.name() + "只送杭州，送不到上海，请换一家当地的店。");
        clock.forward(Duration.ofHours(14));
        Failure closed = AgentHarness.failure(quote(shop, 2));
        assertThat(closed.getCode()).isEqualTo("SHOP_CLOSED");
        assertThat(closed.getMessage()).contains("营业时间07:30–21:30");
    }

    @Test
    void what_is_released_or_expired_is_free_again() {
        ShopOffer shop = shop("拿铁");
        control().change(item(shop), new Change(2, null));
        Quote quote = output(quote(shop, 2), OrderQuoted.class).quote();
        Held first = output(reserve(quote), Held.class);

        assertThat(AgentHarness.failure(reserve(quote)).getCode()).isEqualTo("SOLD_OUT");
        Released released =
                output(
                        undo("flash.order.release", new ReleaseHold(first.holdId())),
                        Released.class);
        assertThat(released.released()).isTrue();
        Held second = output(reserve(quote), Held.class);
        assertThat(AgentHarness.failure(commit(quote, first)).getCode()).isEqualTo("HOLD_RELEASED");
        clock.forward(Duration.ofMinutes(15));
        assertThat(AgentHarness.failure(commit(quote, second)).getCode()).isEqualTo("HOLD_EXPIRED");
        assertThat(reserve(quote).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void cancelling_is_free_at_first_then_half_and_impossible_after_delivery() {
        ShopOffer shop = shop("拿铁");
        Quote quote = output(quote(shop, 2), OrderQuoted.class).quote();
        String early = order(quote);
        String later = order(quote);
        String late = order(quote);

        OrderCancelled free =
                output(undo("flash.order.cancel", new CancelOrder(early)), OrderCancelled.class);
        assertThat(free.cancelled()).isTrue();
        assertThat(free.refund()).isEqualTo(quote.total());
        clock.forward(Duration.ofMinutes(6));
        OrderCancelled half =
                output(undo("flash.order.cancel", new CancelOrder(later)), OrderCancelled.class);
        assertThat(half.fee().amount()).isEqualTo(quote.total().amount() / 2);
        clock.forward(Duration.ofHours(2));
        assertThat(
                        AgentHarness.failure(undo("flash.order.cancel", new CancelOrder(late)))
                                .getCode())
                .isEqualTo("TOO_LATE");
        assertThat(taken(shop)).isEqualTo(2);
    }

    @Test
    void of_twenty_who_want_the_last_three_three_get_one() throws Exception {
        ShopOffer shop = shop("生椰拿铁");
        Quote quote = output(quote(shop, 2), OrderQuoted.class).quote();
        control().change(item(shop), new Change(6, null));

        List<Reply> replies = race(20, () -> reserve(quote));

        assertThat(replies.stream().filter(r -> r.record() instanceof TaskSucceeded)).hasSize(3);
        assertThat(replies.stream().filter(r -> r.record() instanceof TaskRefused))
                .hasSize(17)
                .allMatch(r -> AgentHarness.failure(r).getCode().equals("SOLD_OUT"));
        assertThat(taken(shop)).isEqualTo(6);
    }

    @Test
    void another_price_is_refused_with_a_new_quote() {
        ShopOffer shop = shop("拿铁");
        Quote before = output(quote(shop, 2), OrderQuoted.class).quote();
        control().change(item(shop), new Change(null, IntNode.valueOf(9_900)));

        Failure refused = AgentHarness.failure(reserve(before));

        assertThat(refused.getCode()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.getDetails()).contains("quoteId", "9900");
        assertThat(output(quote(shop, 2), OrderQuoted.class).quote().total().amount())
                .isGreaterThanOrEqualTo(19_800);
    }

    @Test
    void what_is_changed_for_one_day_leaves_the_others_as_they_are() {
        ShopOffer shop = shop("拿铁");
        OffsetDateTime tomorrow = World.at(clock.instant()).plusDays(1);
        control().change(item(shop), new Change(3, null, tomorrow.toLocalDate()));

        assertThat(AgentHarness.failure(quote(shop, 4, tomorrow)).getCode()).isEqualTo("SOLD_OUT");
        output(quote(shop, 3, tomorrow), OrderQuoted.class);
        output(quote(shop, 4, null), OrderQuoted.class);
        output(quote(shop, 4, tomorrow.plusDays(1)), OrderQuoted.class);
    }

    private StockControl control() {
        return sandbox.control(clock);
    }

    private ShopOffers search(String place, String item) {
        return output(
                harness.call("flash.shop.search", new ShopSearch(place, item, null)),
                ShopOffers.class);
    }

    private ShopOffer shop(String item) {
        return search("西溪园区", item).shops().getFirst();
    }

    private static String item(ShopOffer shop) {
        return shop.items().getFirst().itemId();
    }

    private Reply quote(ShopOffer shop, int quantity) {
        return quote(shop, quantity, null);
    }

    private Reply quote(ShopOffer shop, int quantity, @Nullable OffsetDateTime deliverAt) {
        OrderLine line = new OrderLine(item(shop), quantity);
        return harness.call(
                "flash.order.quote",
                new OrderQuote(shop.shopId(), List.of(line), "西溪园区前台", deliverAt));
    }

    private Reply reserve(Quote quote) {
        return harness.call("flash.order.reserve", new HoldQuote(quote.quoteId()));
    }

    private Reply commit(Quote quote, Held held) {
        return harness.callAgreed(
                "flash.order.commit", new CommitOrder(quote.quoteId(), held.holdId()), quote);
    }

    private String order(Quote quote) {
        return output(commit(quote, output(reserve(quote), Held.class)), OrderCommitted.class)
                .orderId();
    }

    private static <T> T output(Reply reply, Class<T> type) {
        return AgentHarness.output(reply, type);
    }

    private int taken(ShopOffer shop) {
        return JdbcClient.create(database)
                .sql("select coalesce(sum(quantity), 0) from occupancy where item_id = ?")
                .param(item(shop))
                .query(Integer.class)
                .single();
    }

    /** As a step of its own. */
    private Reply undo(String capability, Object input) {
        String id = "p_test/s%d/undo/1".formatted(++undone);
        return harness.deliver(harness.task(capability).input(input).id(id).build());
    }
}
