package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Quote;
import errand.taobao.market.CompareGoods;
import errand.taobao.market.GoodsComparison;
import errand.taobao.market.GoodsComparison.Compared;
import errand.taobao.market.RecommendGoods;
import errand.taobao.market.Recommendations;
import errand.taobao.market.Recommendations.Recommended;
import errand.testkit.AgentHarness;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
class AdviceIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void compares_the_same_thing_by_what_each_seller_is_paid_in_the_end() {
        String sku = market.search("机械键盘", null).getLast().skuId();
        GoodsComparison compared = compare(sku, 2);

        assertThat(compared.ranked()).hasSizeBetween(2, 3);
        assertThat(compared.ranked().stream().map(it -> it.payable().amount())).isSorted();
        assertThat(compared.ranked()).extracting(Compared::skuId).contains(sku);
        assertThat(compared.ranked()).extracting(Compared::seller).doesNotHaveDuplicates();
        for (Compared each : compared.ranked()) {
            Quote quote = market.quote(each.skuId(), 2);
            assertThat(each.payable()).isEqualTo(quote.total());
            assertThat(each.lines()).isEqualTo(quote.lines());
            assertThat(each.why()).isNotBlank();
        }
        assertThat(compared.summary()).contains(compared.ranked().getFirst().seller());
    }

    @Test
    void who_has_too_few_comes_last_whatever_the_price() {
        String sku = market.search("机械键盘", null).getLast().skuId();
        Compared cheapest = compare(sku, 2).ranked().getFirst();
        market.stock(cheapest.skuId(), 1);

        Compared last = compare(sku, 2).ranked().getLast();

        assertThat(last.skuId()).isEqualTo(cheapest.skuId());
        assertThat(last.why()).isEqualTo("库存只剩1，不够2件");
    }

    @Test
    void the_deposit_of_a_presale_is_not_its_price() {
        Good presale =
                market.sandbox.catalogue().goods().stream()
                        .filter(good -> good.depositFen() != null)
                        .findFirst()
                        .orElseThrow();
        Compared shown =
                compare(presale.skuId(), 1).ranked().stream()
                        .filter(it -> it.skuId().equals(presale.skuId()))
                        .findFirst()
                        .orElseThrow();

        assertThat(shown.deposit()).isEqualTo(shown.headline());
        assertThat(shown.headline().amount()).isLessThan(shown.price().amount() / 5);
        assertThat(shown.payable()).isEqualTo(market.quote(presale.skuId(), 1).total());
        assertThat(shown.payable().amount()).isGreaterThan(shown.price().amount() / 2);
        assertThat(shown.reasons()).anyMatch(why -> why.startsWith("预售：定金"));
    }

    private GoodsComparison compare(String sku, int quantity) {
        return market.done("goods.compare", new CompareGoods(sku, quantity), GoodsComparison.class);
    }

    @Test
    void own_orders_are_looked_at_only_when_that_was_allowed() {
        Recommendations general = recommend(null, null, null);
        Recommendations own = recommend(true, null, null);

        assertThat(general.fromHistory()).isFalse();
        assertThat(general.offers()).hasSizeGreaterThan(4);
        assertThat(general.offers()).allMatch(it -> it.why().startsWith("近30天售出"));
        assertThat(recommend(false, null, null)).isEqualTo(general);
        assertThat(own.fromHistory()).isTrue();
        assertThat(own.offers().getFirst().offer().title()).contains("猫粮");
        assertThat(own.offers().getFirst().why()).startsWith("你买过12次，上次是2026-10-");
        assertThat(own.offers())
                .extracting(Recommended::why)
                .anyMatch(it -> it.startsWith("因为你买过"));
        assertThat(market.by("somebody", "goods.recommend", new RecommendGoods(true, null, null)))
                .extracting(
                        reply -> AgentHarness.output(reply, Recommendations.class).offers().size())
                .isNotEqualTo(0);
    }

    /** S20: for mum, who gardens, under 500. */
    @Test
    void a_gift_is_recommended_within_its_price() {
        List<Recommended> offers = recommend(null, "送妈妈的生日礼物，她喜欢养花", 500).offers();

        assertThat(offers)
                .isNotEmpty()
                .allMatch(it -> it.offer().payable().amount() <= 50_000)
                .allMatch(it -> it.offer().category().equals("园艺"));
    }

    private Recommendations recommend(
            @Nullable Boolean fromHistory, @Nullable String text, @Nullable Integer most) {
        return market.done(
                "goods.recommend",
                new RecommendGoods(fromHistory, text, most),
                Recommendations.class);
    }
}
