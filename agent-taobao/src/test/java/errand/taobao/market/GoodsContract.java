package errand.taobao.market;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Task;
import errand.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every marketplace keeps that shows goods, wherever they come from. */
public abstract class GoodsContract {

    /** Over a world that has at least two sellers of laptops between 2,000 and 3,000 yuan. */
    protected abstract Goods goods();

    protected static Task task(String lang) {
        return new Task(
                "p_test/s/do/1",
                "p_test",
                "demo",
                lang,
                SettableClock.MONDAY_MORNING,
                SettableClock.MONDAY_MORNING.plusSeconds(30),
                1,
                null);
    }

    private GoodsOffers search(String text, @Nullable Integer most) {
        return output(goods().search(GoodsSearch.about(text, most, null), task("zh")));
    }

    @Test
    void offers_have_what_a_card_needs_and_ids_that_can_be_looked_up() {
        GoodsOffers found = search("轻薄本", null);

        assertThat(found.offers()).hasSizeBetween(2, 20);
        assertThat(found.found()).isGreaterThanOrEqualTo(found.offers().size());
        assertThat(found.offers()).extracting(GoodsOffer::skuId).doesNotHaveDuplicates();
        for (GoodsOffer offer : found.offers()) {
            assertThat(offer.title()).isNotBlank();
            assertThat(offer.seller()).isNotBlank();
            assertThat(offer.image()).isNotBlank();
            assertThat(offer.reasons()).isNotEmpty();
            assertThat(offer.price().amount()).isPositive();
            assertThat(offer.payable().currency()).isEqualTo("CNY");
            GoodsDetail detail = output(goods().detail(new DetailOf(offer.skuId()), task("zh")));
            assertThat(detail.skuId()).isEqualTo(offer.skuId());
            assertThat(detail.title()).isEqualTo(offer.title());
            assertThat(detail.payable()).isEqualTo(offer.payable());
            assertThat(detail.lines().stream().mapToLong(line -> line.amount().amount()).sum())
                    .isEqualTo(detail.payable().amount());
        }
    }

    @Test
    void the_cheapest_in_the_end_comes_first_and_none_is_above_the_limit() {
        GoodsOffers found = search("轻薄本", 3_000);

        assertThat(found.offers()).isNotEmpty();
        assertThat(found.offers().stream().map(offer -> offer.payable().amount()))
                .isSorted()
                .allMatch(fen -> fen <= 300_000);
        assertThat(found.understood().maxPrice()).isEqualTo(3_000);
        assertThat(search("3000以内的轻薄本", null).offers()).isEqualTo(found.offers());
    }

    @Test
    void the_full_price_of_a_presale_counts() {
        assertThat(search("笔记本电脑", null).offers())
                .allMatch(
                        offer ->
                                offer.deposit() == null
                                        || offer.payable().amount() > 2 * offer.deposit().amount());
    }

    @Test
    void nothing_found_is_no_refusal() {
        assertThat(search("zeppelin", null).offers()).isEmpty();
        assertThat(search("zeppelin", null).nextPage()).isNull();
        assertThat(search("", null).offers()).isEmpty();
    }

    @Test
    void what_is_not_there_is_refused_in_the_language_of_the_task() {
        assertThat(goods().detail(new DetailOf("999999999"), task("zh")))
                .isEqualTo(
                        Outcome.refused("UNKNOWN_SKU", "没有编号为“999999999”的商品，请先用goods.search查找。"));
        assertThat(goods().detail(new DetailOf("no'such&id"), task("en")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no ->
                                assertThat(no.message())
                                        .isEqualTo(
                                                "There is no item 'no'such&id'. Take a skuId from goods.search."));
    }

    private static <O> O output(Outcome<O> outcome) {
        if (outcome instanceof Done<O>(O output)) {
            return output;
        }
        throw new AssertionError("Not done: " + outcome);
    }
}
