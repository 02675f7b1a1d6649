package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.common.Failure;
import errand.runtime.work.Reply;
import errand.taobao.market.CartQuote;
import errand.taobao.market.CartQuotes;
import errand.taobao.market.CartQuotes.Parcel;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.OrderGoods;
import errand.taobao.market.WholesaleOffers;
import errand.taobao.market.WholesaleOffers.WholesaleOffer;
import errand.taobao.market.WholesaleSearch;
import errand.testkit.AgentHarness;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("integration")
class CartIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void a_cart_of_several_sellers_is_one_answer_with_a_quote_each_that_can_be_ordered() {
        List<GoodsOffer> offers = market.search("猫粮", null);
        GoodsOffer one = offers.getFirst();
        GoodsOffer other =
                offers.stream()
                        .filter(offer -> !offer.seller().equals(one.seller()))
                        .findFirst()
                        .orElseThrow();
        CartQuotes cart =
                cart(
                        new GoodsLine(one.skuId(), 2),
                        new GoodsLine(other.skuId(), 1),
                        new GoodsLine(one.skuId(), 1));

        assertThat(cart.quotes())
                .extracting(quote -> quote.payee().name())
                .containsExactly(one.seller(), other.seller());
        assertThat(cart.total())
                .isEqualTo(cart.quotes().get(0).total().plus(cart.quotes().get(1).total()));
        assertThat(cart.note()).contains("共2家店铺").contains("2个包裹");
        for (Parcel parcel : cart.parcels()) {
            assertThat(parcel.goods().plus(parcel.discounts()).plus(parcel.shipping()))
                    .isEqualTo(parcel.total());
        }
        assertThat(cart.quotes().getFirst()).isNotEqualTo(cart.quotes().getLast());
        assertThat(cart.quotes().getFirst().total())
                .isEqualTo(market.quote(one.skuId(), 3).total());
        for (Quote quote : cart.quotes()) {
            GoodsOrder order = AgentHarness.output(market.place(quote), GoodsOrder.class);
            assertThat(order.total()).isEqualTo(quote.total());
            assertThat(order.deliverTo()).isEqualTo("杭州市西湖区");
            assertThat(order.items()).isNotEmpty();
        }
    }

    @Test
    void a_cart_is_quoted_whole_or_not_at_all() {
        List<GoodsOffer> offers = market.search("猫粮", null);
        String missing = offers.getLast().skuId();
        market.stock(missing, 1);

        Failure refused = failure("cart.quote", items(offers.getFirst().skuId(), 1, missing, 2));

        assertThat(refused.getCode()).isEqualTo("SOLD_OUT");
        assertThat(refused.getMessage()).contains(offers.getLast().title()).contains("2 wanted");
        assertThat(failure("cart.quote", new CartQuote(List.of(), null)).getCode())
                .isEqualTo("NO_LINES");
        assertThat(failure("cart.quote", items("S999999", 1, missing, 1)).getCode())
                .isEqualTo("UNKNOWN_SKU");
    }

    private static CartQuote items(String one, int some, String other, int more) {
        return new CartQuote(List.of(new GoodsLine(one, some), new GoodsLine(other, more)), null);
    }

    private CartQuotes cart(GoodsLine... items) {
        return market.done("cart.quote", new CartQuote(List.of(items), "杭州市西湖区"), CartQuotes.class);
    }

    @Test
    void who_is_no_member_pays_no_members_price() {
        String sku =
                market.search("猫粮", null).stream()
                        .filter(offer -> offer.reasons().contains("88VIP 95折"))
                        .findFirst()
                        .orElseThrow()
                        .skuId();
        Members members = new Members(42);
        String stranger =
                List.of("a", "b", "c", "d", "e", "f", "g").stream()
                        .filter(user -> !members.has(user))
                        .findFirst()
                        .orElseThrow();

        Quote mine = market.quote(sku, 1);
        Quote theirs = quoted(market.by(stranger, "goods.quote", Market.one(sku, 1)));

        assertThat(mine.lines()).anyMatch(line -> line.title().startsWith("88VIP"));
        assertThat(theirs.lines()).noneMatch(line -> line.title().startsWith("88VIP"));
        assertThat(theirs.total().amount()).isGreaterThan(mine.total().amount());
    }

    @Test
    void wholesale_costs_less_the_more_one_takes_and_says_its_minimum() {
        WholesaleOffer offer = wholesale("队服", null).getFirst();
        int minimum = offer.minimum();
        Quote few = wholesaleQuote(offer.skuId(), minimum);
        Quote many = wholesaleQuote(offer.skuId(), minimum * 25);

        assertThat(offer.tiers()).hasSize(3).isSortedAccordingTo((a, b) -> a.from() - b.from());
        assertThat(few.lines().getFirst().unit()).isEqualTo(offer.tiers().getFirst().unit());
        assertThat(many.lines().getFirst().unit()).isEqualTo(offer.tiers().getLast().unit());
        Failure refused = failure("wholesale.quote", Market.one(offer.skuId(), minimum - 1));
        assertThat(refused.getCode()).isEqualTo("BELOW_MINIMUM");
        assertThat(refused.getMessage())
                .contains("the minimum is %d pieces, not %d".formatted(minimum, minimum - 1));
        assertThat(refused.getDetails()).contains("\"minimum\":" + minimum);
        assertThat(failure("goods.quote", Market.one(offer.skuId(), 1)).getCode())
                .isEqualTo("BELOW_MINIMUM");
        GoodsOrder order = AgentHarness.output(market.place(few), GoodsOrder.class);
        assertThat(order.items()).containsExactly(new GoodsLine(offer.skuId(), minimum));
    }

    @Test
    void what_reaches_its_minimum_comes_first_in_a_search_for_so_many() {
        List<WholesaleOffer> offers = wholesale("T恤", 10);

        assertThat(offers).isNotEmpty();
        assertThat(offers.stream().map(WholesaleOffer::enough))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(offers).allMatch(it -> it.quantity() == Math.max(10, it.minimum()));
        assertThat(market.search("T恤", null)).noneMatch(it -> it.skuId().startsWith("W"));
        assertThat(failure("wholesale.quote", Market.one("S001001", 50)).getCode())
                .isEqualTo("NOT_WHOLESALE");
    }

    @Test
    void quotes_of_before_there_were_memberships_can_still_be_ordered() {
        String offer = "2026-11-23;S001001*2;杭州市|西湖区";
        Quote old =
                AgentHarness.output(
                                market.harness.call(
                                        "taobao.goods.quote",
                                        new GoodsQuote(
                                                List.of(new GoodsLine("S001001", 2)), "杭州市|西湖区")),
                                Quoted.class)
                        .quote();
        JdbcClient.create(market.database)
                .sql("update quote set offer_id = ? where quote_id = ?")
                .params(offer, old.quoteId())
                .update();

        GoodsOrder order =
                AgentHarness.output(
                        market.harness.callAgreed(
                                "taobao.goods.order", new OrderGoods(old.quoteId()), old),
                        GoodsOrder.class);

        assertThat(order.total()).isEqualTo(old.total());
        assertThat(order.deliverTo()).isEqualTo("杭州市|西湖区");
    }

    private List<WholesaleOffer> wholesale(String text, @Nullable Integer quantity) {
        return market.done(
                        "wholesale.search",
                        new WholesaleSearch(text, quantity, null),
                        WholesaleOffers.class)
                .offers();
    }

    private Quote wholesaleQuote(String sku, int quantity) {
        return market.done("wholesale.quote", Market.one(sku, quantity), Quoted.class).quote();
    }

    private Failure failure(String capability, Object input) {
        return AgentHarness.failure(market.by("demo", capability, input));
    }

    private static Quote quoted(Reply reply) {
        return AgentHarness.output(reply, Quoted.class).quote();
    }
}
