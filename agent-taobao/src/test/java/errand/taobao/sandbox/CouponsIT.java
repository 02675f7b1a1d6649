package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Quote;
import errand.common.Failure;
import errand.events.TaskSucceeded;
import errand.runtime.work.Reply;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.ClaimCoupon;
import errand.taobao.market.Coupon;
import errand.taobao.market.CouponClaimed;
import errand.taobao.market.CouponList;
import errand.taobao.market.CouponReleased;
import errand.taobao.market.CouponState;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.ListCoupons;
import errand.taobao.market.Membership;
import errand.taobao.market.MembershipOf;
import errand.taobao.market.OrderCancelled;
import errand.testkit.AgentHarness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("integration")
class CouponsIT {

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void a_claimed_coupon_counts_in_quotes_and_is_spent_by_one_order() {
        String sku = laptop();
        Quote before = market.quote(sku, 1);
        CouponClaimed claimed = claim("CP02");
        Quote one = market.quote(sku, 1);
        Quote other = market.quote(sku, 1);

        assertThat(claimed.validUntil()).isEqualTo(LocalDate.parse("2026-11-30"));
        assertThat(one.lines()).anyMatch(line -> line.title().equals("平台券 满300减30"));
        assertThat(one.total().amount()).isEqualTo(before.total().amount() - 3_000);
        assertThat(market.search("轻薄本", null).getFirst().payable()).isEqualTo(one.total());
        assertThat(coupon("CP02").state()).isEqualTo(CouponState.CLAIMED);
        GoodsOrder order = AgentHarness.output(market.place(one), GoodsOrder.class);
        assertThat(order.total()).isEqualTo(one.total());
        assertThat(coupon("CP02").state()).isEqualTo(CouponState.USED);
        Failure refused = AgentHarness.failure(market.place(other));
        assertThat(refused.getCode()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.getDetails()).contains(String.valueOf(before.total().amount()));
        assertThat(released("CP02")).isEqualTo("COUPON_USED");
    }

    @Test
    void a_cancelled_order_gives_its_coupon_back() {
        claim("CP02");
        GoodsOrder order = market.order(laptop(), 1);
        AgentHarness.output(
                market.agreed("order.cancel", new CancelOrder(order.orderId())),
                OrderCancelled.class);

        assertThat(coupon("CP02").state()).isEqualTo(CouponState.CLAIMED);
        assertThat(market.quote(laptop(), 1).details()).containsEntry("couponId", "CP02");
    }

    @Test
    void what_is_refused_spends_nothing() {
        claim("CP02");
        String sku = laptop();
        Quote quote = market.quote(sku, 1);
        market.stock(sku, 0);

        assertThat(AgentHarness.failure(market.place(quote)).getCode()).isEqualTo("SOLD_OUT");
        assertThat(coupon("CP02").state()).isEqualTo(CouponState.CLAIMED);
    }

    @Test
    void a_coupon_is_claimed_once_a_month_and_expires() {
        claim("CP02");

        assertThat(refused(market.by("demo", "coupons.claim", new ClaimCoupon("CP02"))))
                .isEqualTo("ALREADY_CLAIMED");
        assertThat(refused(market.by("demo", "coupons.claim", new ClaimCoupon("CP99"))))
                .isEqualTo("UNKNOWN_COUPON");
        assertThat(refused(market.by("demo", "coupons.claim", new ClaimCoupon("A-s001-99-10"))))
                .isEqualTo("NOT_NEEDED");
        market.clock.forward(Duration.ofDays(8));
        assertThat(market.quote(laptop(), 1).details()).doesNotContainKey("couponId");
        claim("CP02");
        assertThat(market.quote(laptop(), 1).details()).containsEntry("couponId", "CP02");
    }

    @Test
    void the_last_coupon_is_given_to_one_and_can_be_given_back() throws Exception {
        Coupon few = smallest();
        int total = Objects.requireNonNull(few.left());
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> all = new ArrayList<>();
            for (int i = 0; i < total + 5; i++) {
                String user = "u" + i;
                all.add(
                        threads.submit(
                                () ->
                                        market.by(
                                                user,
                                                "coupons.claim",
                                                new ClaimCoupon(few.couponId()))));
            }
            for (Future<Reply> each : all) {
                replies.add(each.get());
            }
        }

        assertThat(replies.stream().filter(it -> it.record() instanceof TaskSucceeded))
                .hasSize(total);
        assertThat(coupon(few.couponId()).state()).isEqualTo(CouponState.GONE);
        String lucky = "u" + first(replies);
        assertThat(
                        AgentHarness.output(
                                        market.by(
                                                lucky,
                                                "coupons.release",
                                                new ClaimCoupon(few.couponId())),
                                        CouponReleased.class)
                                .released())
                .isTrue();
        assertThat(coupon(few.couponId()).left()).isEqualTo(1);
        claim(few.couponId());
    }

    private static int first(List<Reply> replies) {
        for (int i = 0; i < replies.size(); i++) {
            if (replies.get(i).record() instanceof TaskSucceeded) {
                return i;
            }
        }
        throw new AssertionError("Nobody got one.");
    }

    private Coupon smallest() {
        return market.sandbox.catalogue().coupons().all().stream()
                .min(Comparator.comparingInt(CouponRule::total))
                .map(rule -> coupon(rule.couponId()))
                .orElseThrow();
    }

    @Test
    void lists_what_counts_for_a_good_by_itself_and_what_can_be_claimed() {
        CouponList list =
                market.done(
                        "coupons.list", new ListCoupons(laptop(), null, null), CouponList.class);

        assertThat(list.coupons()).extracting(Coupon::couponId).contains("CP01", "CP02", "CP03");
        assertThat(list.coupons())
                .isSortedAccordingTo(
                        Comparator.comparing((Coupon it) -> it.seller() != null)
                                .thenComparing(it -> -it.off().amount()));
        assertThat(list.rules()).contains("会员价");
        assertThat(
                        market.done(
                                        "coupons.list",
                                        new ListCoupons(null, "万家超市", CouponState.AUTOMATIC),
                                        CouponList.class)
                                .coupons())
                .extracting(Coupon::title)
                .containsExactly("满299减30", "满99减10");
    }

    @Test
    void the_person_of_the_demo_is_a_member() {
        Membership membership =
                market.done("membership.status", new MembershipOf(), Membership.class);

        assertThat(membership.member()).isTrue();
        assertThat(membership.until()).isAfter(LocalDate.parse("2026-11-22"));
        assertThat(membership.benefits()).isNotEmpty();
    }

    private String laptop() {
        return market.search("轻薄本", null).getFirst().skuId();
    }

    private CouponClaimed claim(String couponId) {
        return market.done("coupons.claim", new ClaimCoupon(couponId), CouponClaimed.class);
    }

    private String released(String couponId) {
        return refused(market.by("demo", "coupons.release", new ClaimCoupon(couponId)));
    }

    private static String refused(Reply reply) {
        return AgentHarness.failure(reply).getCode();
    }

    private Coupon coupon(String couponId) {
        CouponRule rule = market.sandbox.catalogue().coupons().rule(couponId).orElseThrow();
        String seller =
                rule.sellerId() == null
                        ? null
                        : market.sandbox
                                .catalogue()
                                .coupons()
                                .seller(rule.sellerId())
                                .orElseThrow()
                                .name();
        return market
                .done("coupons.list", new ListCoupons(null, seller, null), CouponList.class)
                .coupons()
                .stream()
                .filter(it -> it.couponId().equals(couponId))
                .findFirst()
                .orElseThrow();
    }
}
