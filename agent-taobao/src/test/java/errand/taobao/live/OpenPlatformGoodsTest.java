package errand.taobao.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Capability;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.TransientFailure;
import errand.runtime.live.Secrets;
import errand.runtime.live.VendorHttp;
import errand.runtime.settings.MissingSetting;
import errand.taobao.TaobaoAgent;
import errand.taobao.market.DetailOf;
import errand.taobao.market.Goods;
import errand.taobao.market.GoodsContract;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.LinkTo;
import errand.taobao.market.Marketplace;
import errand.taobao.market.PurchaseLink;
import errand.testkit.SettableClock;
import errand.testkit.VendorStub.Answer;
import errand.testkit.vendor.TaobaoStub;
import errand.testkit.vendor.TopStub;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenPlatformGoodsTest extends GoodsContract {

    private static final Duration WITHIN = Duration.ofMillis(500);

    private final SettableClock clock = SettableClock.onMondayMorning();
    private final TopStub top = TaobaoStub.start(SettableClock.onMondayMorning());
    private final Marketplace market =
            market(TaobaoStub.KEY, TaobaoStub.SECRET, TaobaoStub.ADZONE_ID);

    @AfterEach
    void close() {
        top.close();
    }

    @Override
    protected Goods goods() {
        return market.goods();
    }

    private Marketplace market(String key, String secret, String adzoneId) {
        return LiveConfiguration.market(
                new LiveProperties(top.base(), adzoneId, WITHIN),
                new Secrets(Map.of("ERRAND_TAOBAO_KEY", key, "ERRAND_TAOBAO_SECRET", secret)),
                clock);
    }

    @Test
    void says_what_the_vendor_said_in_both_of_its_layouts() {
        List<GoodsOffer> offers = search().offers();

        assertThat(offers).extracting(GoodsOffer::skuId).containsExactly("Ab3-602", "601", "603");
        assertThat(offers)
                .extracting(GoodsOffer::payable)
                .containsExactly(Money.cny(249_950), Money.cny(279_900), Money.cny(501_100));
        assertThat(offers.get(1).image()).isEqualTo("https://img.alicdn.com/601.jpg");
        assertThat(offers.get(1).reasons()).containsExactly("优惠减200元", "包邮");
        assertThat(offers.get(1).sold()).isEqualTo(321);
        assertThat(offers.get(0).sold()).isNull();
        assertThat(offers.get(2).deposit()).isEqualTo(Money.cny(10_000));
        assertThat(offers.get(2).reasons()).containsExactly("预售：定金100元，按全款计", "运费12元");
    }

    private GoodsOffers search() {
        Outcome<GoodsOffers> outcome =
                goods().search(GoodsSearch.about("轻薄本", null, null), task("zh"));
        if (outcome instanceof Done<GoodsOffers>(GoodsOffers found)) {
            return found;
        }
        throw new AssertionError("Not done: " + outcome);
    }

    @Test
    void a_link_is_handed_over_and_said_to_be_no_order() {
        Outcome<PurchaseLink> outcome = links("601");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> {
                            PurchaseLink link = (PurchaseLink) done.output();
                            assertThat(link.url())
                                    .isEqualTo("https://uland.taobao.com/coupon/edetail?e=601");
                            assertThat(link.note()).startsWith("Nothing was ordered");
                            assertThat(link.payable()).isEqualTo(Money.cny(279_900));
                        });
        assertThat(links("999"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("UNKNOWN_SKU"));
    }

    /** S22: a person is sent nowhere but to the vendor. */
    @Test
    void a_link_to_somewhere_else_is_not_handed_over() {
        assertThat(links("603"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("NO_LINK"));
    }

    private Outcome<PurchaseLink> links(String id) {
        return Objects.requireNonNull(market.links()).link(new LinkTo(id), task("en"));
    }

    @Test
    void the_agent_offers_only_what_the_platform_can_do_and_needs_no_database() {
        assertThat(new TaobaoAgent(market).capabilities().checked().all())
                .extracting(Capability::name)
                .containsExactly("taobao.goods.search", "taobao.goods.detail", "taobao.order.link");
        assertThat(new TaobaoAgent(market).capabilities().all())
                .noneMatch(row -> row.effect().needsConsent());
    }

    @Test
    void keys_that_are_wrong_are_named_with_what_to_set() {
        assertThatThrownBy(() -> detail(market(TaobaoStub.KEY, "another", TaobaoStub.ADZONE_ID)))
                .isInstanceOf(NotAccepted.class)
                .hasMessageContaining("set ERRAND_TAOBAO_SECRET to the App Secret")
                .hasMessageNotContaining("another");
        assertThatThrownBy(
                        () -> detail(market("87654321", TaobaoStub.SECRET, TaobaoStub.ADZONE_ID)))
                .isInstanceOf(NotAccepted.class)
                .hasMessageContaining("set ERRAND_TAOBAO_KEY to the App Key")
                .hasMessageNotContaining("87654321");
        assertThatThrownBy(
                        () ->
                                market(TaobaoStub.KEY, TaobaoStub.SECRET, "1")
                                        .goods()
                                        .search(GoodsSearch.about("轻薄本", null, null), task("zh")))
                .isInstanceOf(NotAccepted.class)
                .hasMessageContaining("adzone_id");
    }

    private Object detail(Marketplace wrong) {
        return wrong.goods().detail(new DetailOf("601"), task("zh"));
    }

    @Test
    void a_clock_that_is_wrong_is_the_vendors_trouble_no_longer_than_it_is_wrong() {
        clock.forward(Duration.ofHours(1));

        assertThatThrownBy(() -> detail(market))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("Invalid Timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "7, App Call Limited, accesscontrol.limited-by-api-access-count, VENDOR_BUSY",
        "15, Remote service error, isp.remote-connection-timeout, VENDOR_BROKEN",
        "10, Service Currently Unavailable, isp.top-remote-unknown-error, VENDOR_BROKEN"
    })
    void what_passes_by_itself_is_tried_again(
            int code, String msg, String subCode, String failure) {
        top.answersOnly(TopStub.error(code, msg, subCode, ""));

        assertThatThrownBy(() -> detail(market))
                .isInstanceOfSatisfying(
                        TransientFailure.class, e -> assertThat(e.code()).isEqualTo(failure));
    }

    @ParameterizedTest
    @CsvSource({
        "11, Insufficient isv permissions, isv.permission-api-package-limit, apply for it at the open platform",
        "15, Remote service error, isv.item-not-exist, Taobao does not take the call"
    })
    void what_never_passes_fails_with_what_the_vendor_said(
            int code, String msg, String subCode, String said) {
        top.answersOnly(TopStub.error(code, msg, subCode, "说明"));

        assertThatThrownBy(() -> detail(market))
                .isInstanceOf(NotAccepted.class)
                .hasMessageContaining(said)
                .hasMessageContaining(subCode)
                .hasMessageContaining("说明");
    }

    @Test
    void answers_that_are_late_cut_off_or_none_are_tried_again() {
        top.answersOnly(Answer.json("{}").after(Duration.ofSeconds(2)));
        assertFails(VendorHttp.NO_ANSWER);
        top.answersOnly(Answer.json("{\"tbk_item_info_upgrade_get_response\":{}}").cutOff());
        assertFails(VendorHttp.UNREACHABLE);
        top.answersOnly(Answer.json("<html>busy</html>"));
        assertFails(VendorHttp.MALFORMED);
        top.answersOnly(Answer.json("{\"something_else\":{}}"));
        assertFails(VendorHttp.MALFORMED);
        top.answersOnly(
                Answer.json(
                        "{\"tbk_item_info_upgrade_get_response\":{\"results\":{\"tbk_item_detail\":[{\"item_id\":\"601\",\"title\":\"x\",\"zk_final_price\":\"about 9\"}]}}}"));
        assertFails(VendorHttp.MALFORMED);
    }

    private void assertFails(String code) {
        assertThatThrownBy(() -> detail(market))
                .isInstanceOfSatisfying(
                        TransientFailure.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageNotContaining(TaobaoStub.KEY);
    }

    @Test
    void what_is_not_set_is_said_at_the_start() {
        assertThatThrownBy(() -> market(TaobaoStub.KEY, TaobaoStub.SECRET, " "))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("errand.taobao.live.adzone-id");
        assertThatThrownBy(
                        () ->
                                LiveConfiguration.market(
                                        new LiveProperties(
                                                URI.create("http://127.0.0.1:1"), "7", WITHIN),
                                        new Secrets(Map.of("ERRAND_TAOBAO_KEY", "k")),
                                        clock))
                .isInstanceOf(MissingSetting.class)
                .hasMessageContaining("ERRAND_TAOBAO_SECRET");
    }
}
