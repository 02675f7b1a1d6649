package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.sandbox.Table;
import errand.taobao.market.Attribute;
import errand.taobao.market.DetailOf;
import errand.taobao.market.Facet;
import errand.taobao.market.GoodsDetail;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.Sort;
import errand.taobao.market.Variant;
import errand.testkit.AgentHarness;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("integration")
class SearchIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void finds_what_it_found_before_there_was_an_index() {
        List<List<String>> before = Table.read("/searches-by-hand-words.csv");

        assertThat(before).hasSizeGreaterThan(150);
        for (List<String> row : before) {
            Integer most = row.get(1).isEmpty() ? null : Integer.valueOf(row.get(1));
            String now =
                    market.search(row.get(0), most).stream()
                            .limit(5)
                            .map(
                                    offer ->
                                            "%s:%d:%s"
                                                    .formatted(
                                                            offer.skuId(),
                                                            offer.payable().amount(),
                                                            offer.deliverBy()))
                            .collect(Collectors.joining(","));
            if (!row.get(2).isEmpty()) {
                assertThat(now).as("%s within %s", row.get(0), most).isEqualTo(row.get(2));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"云枢, 云枢", "定制的八音盒, 八音盒", "wireless mechanical 98 keys, 机械键盘"})
    void finds_brands_and_models_that_no_word_by_hand_names(String text, String title) {
        assertThat(market.search(text, null))
                .isNotEmpty()
                .allMatch(offer -> offer.title().contains(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelin", "反物质", "电动车", "钢琴课", ""})
    void finds_nothing_rather_than_anything(String text) {
        assertThat(market.search(text, null)).isEmpty();
    }

    @Test
    void a_price_that_is_said_counts_with_what_is_paid_in_the_end() {
        GoodsOffers found =
                market.done(
                        "goods.search",
                        GoodsSearch.about("3000以内适合写论文的轻薄本", null, null),
                        GoodsOffers.class);

        assertThat(found.understood().maxPrice()).isEqualTo(3_000);
        assertThat(found.offers())
                .isEqualTo(market.search("适合写论文的轻薄本", 3_000))
                .allMatch(offer -> offer.payable().amount() <= 300_000)
                .anyMatch(offer -> offer.price().amount() > 300_000)
                .allMatch(offer -> offer.fits().contains("轻薄本"))
                .allMatch(offer -> offer.fits().contains("≤3000元"));
    }

    @Test
    void filters_narrow_down_as_the_facets_say() {
        GoodsOffers all =
                market.done(
                        "goods.search", GoodsSearch.about("羽绒服", null, null), GoodsOffers.class);
        Facet brands = facet(all, "brand");
        String brand = brands.values().getLast().value();
        GoodsOffers some = market.done("goods.search", wish("羽绒服", brand), GoodsOffers.class);

        assertThat(some.offers()).isNotEmpty().allMatch(offer -> offer.brand().equals(brand));
        assertThat(some.found()).isLessThan(all.found());
        assertThat(facet(all, "attributes").values()).extracting(Facet.Value::value).contains("黑色");
        assertThat(
                        market.done("goods.search", black(), GoodsOffers.class).offers().stream()
                                .flatMap(offer -> offer.attributes().stream())
                                .filter(attribute -> attribute.name().equals("颜色"))
                                .map(Attribute::value))
                .isNotEmpty()
                .containsOnly("黑色");
    }

    private static GoodsSearch black() {
        return new GoodsSearch(
                "羽绒服", null, null, null, null, null, null, List.of("black"), null, null);
    }

    private static GoodsSearch wish(String text, @Nullable String brand) {
        return new GoodsSearch(text, null, null, null, null, brand, null, null, null, null);
    }

    private static Facet facet(GoodsOffers found, String name) {
        return found.facets().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void without_words_a_category_is_shown_page_by_page() {
        GoodsOffers first = category(1);
        GoodsOffers second = category(2);

        assertThat(first.offers()).hasSize(20).allMatch(it -> it.category().equals("男女装"));
        assertThat(first.nextPage()).isEqualTo(2);
        assertThat(second.offers()).isNotEmpty().doesNotContainAnyElementsOf(first.offers());
        assertThat(first.found()).isEqualTo(second.found()).isGreaterThan(20);
        assertThat(second.offers().getFirst().payable().amount())
                .isGreaterThanOrEqualTo(first.offers().getLast().payable().amount());
    }

    private GoodsOffers category(int page) {
        GoodsSearch wish =
                new GoodsSearch("", null, null, null, "男女装", null, null, null, null, page);
        return market.done("goods.search", wish, GoodsOffers.class);
    }

    @Test
    void sorts_by_sales_and_by_arrival() {
        GoodsSearch sales =
                new GoodsSearch("猫粮", null, null, null, null, null, null, null, Sort.SALES, null);
        GoodsSearch fast =
                new GoodsSearch("猫粮", null, null, null, null, null, null, null, Sort.FASTEST, null);

        assertThat(market.done("goods.search", sales, GoodsOffers.class).offers())
                .isSortedAccordingTo(Comparator.comparing(GoodsOffer::sold).reversed());
        assertThat(market.done("goods.search", fast, GoodsOffers.class).offers())
                .isSortedAccordingTo(Comparator.comparing(GoodsOffer::deliverBy));
    }

    /** S6: 换成黑色. */
    @Test
    void a_variant_that_is_out_of_stock_is_shown_as_such() {
        GoodsOffer offer = market.search("轻薄本", null).getFirst();
        List<Variant> variants = detail(offer.skuId()).variants();
        Variant black =
                variants.stream()
                        .filter(it -> it.attributes().contains(new Attribute("颜色", "黑色")))
                        .findFirst()
                        .orElseThrow();
        assertThat(variants).hasSize(3).extracting(Variant::skuId).contains(offer.skuId());

        market.stock(black.skuId(), 0);

        assertThat(detail(offer.skuId()).variants())
                .filteredOn(it -> it.skuId().equals(black.skuId()))
                .allMatch(it -> it.stock() == 0);
        assertThat(market.search("黑色轻薄本", null)).noneMatch(it -> it.skuId().equals(black.skuId()));
    }

    @Test
    void detail_shows_what_a_card_needs_and_what_a_search_said() {
        GoodsOffer offer = market.search("机械键盘", null).getFirst();
        GoodsDetail detail = detail(offer.skuId());

        assertThat(detail.title()).isEqualTo(offer.title());
        assertThat(detail.payable()).isEqualTo(offer.payable());
        assertThat(detail.reasons()).isEqualTo(offer.reasons());
        assertThat(detail.image()).isEqualTo("goods/" + offer.skuId());
        assertThat(detail.stock()).isPositive();
        assertThat(detail.delivery()).isNotNull();
        assertThat(detail.lines().stream().mapToLong(line -> line.amount().amount()).sum())
                .isEqualTo(offer.payable().amount());
        assertThat(
                        AgentHarness.failure(
                                        market.by("demo", "goods.detail", new DetailOf("S999999")))
                                .getMessage())
                .isEqualTo("There is no item 'S999999'. Take a skuId from goods.search.");
    }

    /** S22: whoever writes a listing is paid as its shop and in no other way. */
    @Test
    void what_a_listing_orders_stays_text() {
        Good listing =
                market.sandbox.catalogue().goods().stream()
                        .filter(it -> market.sandbox.catalogue().description(it).contains("忽略以上"))
                        .filter(it -> Objects.requireNonNullElse(detail(it.skuId()).stock(), 0) > 0)
                        .findFirst()
                        .orElseThrow();

        assertThat(detail(listing.skuId()).description()).contains("支付999元");
        assertThat(market.quote(listing.skuId(), 1).payee().id())
                .isEqualTo("taobao:" + listing.seller().id());
    }

    private GoodsDetail detail(String sku) {
        return market.done("goods.detail", new DetailOf(sku), GoodsDetail.class);
    }
}
