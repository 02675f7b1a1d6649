package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import errand.taobao.market.ClaimCoupon;
import errand.taobao.market.Coupon;
import errand.taobao.market.CouponClaimed;
import errand.taobao.market.CouponList;
import errand.taobao.market.CouponReleased;
import errand.taobao.market.CouponState;
import errand.taobao.market.Coupons;
import errand.taobao.market.ListCoupons;
import errand.taobao.market.Membership;
import errand.taobao.market.MembershipOf;
import errand.taobao.sandbox.Claims.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coupons and the membership of the sandbox world. */
final class SandboxCoupons implements Coupons {

    private static final int MOST = 40;

    /** What the person has, then what counts everywhere, then the largest. */
    private static final Comparator<Coupon> BEST_FIRST =
            Comparator.comparing((Coupon it) -> it.state() != CouponState.CLAIMED)
                    .thenComparing(it -> it.seller() != null)
                    .thenComparing(it -> -it.off().amount());

    /** Ids of coupons that count by themselves begin so. */
    private static final String AUTOMATIC = "A-";

    private final Stockroom room;
    private final Catalogue catalogue;
    private final Claims claims;
    private final Members members;

    SandboxCoupons(Stockroom room, Catalogue catalogue, Claims claims, Members members) {
        this.room = room;
        this.catalogue = catalogue;
        this.claims = claims;
        this.members = members;
    }

    @Override
    public Outcome<CouponList> list(ListCoupons wish, Task task) {
        Good good = wish.skuId() == null ? null : catalogue.good(wish.skuId()).orElse(null);
        if (wish.skuId() != null && good == null) {
            return Wording.unknownSku(task, wish.skuId());
        }
        List<Seller> sellers =
                catalogue.coupons().sellers().stream()
                        .filter(seller -> good == null || seller.equals(good.seller()))
                        .filter(it -> wish.seller() == null || it.name().contains(wish.seller()))
                        .toList();
        List<Coupon> found = new ArrayList<>(claimable(sellers, wish, task));
        sellers.forEach(seller -> found.addAll(automatic(seller)));
        return Outcome.done(
                new CouponList(
                        found.stream()
                                .filter(it -> wish.state() == null || it.state() == wish.state())
                                .sorted(BEST_FIRST)
                                .limit(MOST)
                                .toList(),
                        rules(task)));
    }

    private static String rules(Task task) {
        return Refusals.in(
                task,
                "一单先算会员价，再算店铺满减（自动），再用一张已领取的优惠券；都按减后的金额计算门槛。",
                "An order counts the member price, then the shop's own discount (by itself), then one claimed coupon; each looks at what is left before it.");
    }

    private List<Coupon> claimable(List<Seller> sellers, ListCoupons wish, Task task) {
        List<String> ids = sellers.stream().map(Seller::id).toList();
        Map<String, Claim> mine = new HashMap<>();
        claims.of(task.user(), task.now()).forEach(it -> mine.putIfAbsent(it.couponId(), it));
        Map<String, Integer> given = claims.given(task.now());
        List<Coupon> found = new ArrayList<>();
        for (CouponRule rule : catalogue.coupons().all()) {
            boolean fits =
                    rule.sellerId() == null ? wish.seller() == null : ids.contains(rule.sellerId());
            if (fits) {
                int left = Math.max(0, rule.total() - given.getOrDefault(rule.couponId(), 0));
                found.add(coupon(rule, Optional.ofNullable(mine.get(rule.couponId())), left, task));
            }
        }
        return found;
    }

    private Coupon coupon(CouponRule rule, Optional<Claim> mine, int left, Task task) {
        CouponState state =
                mine.map(it -> it.orderId() == null ? CouponState.CLAIMED : CouponState.USED)
                        .orElse(left == 0 ? CouponState.GONE : CouponState.CLAIMABLE);
        LocalDate until =
                mine.map(Claim::validUntil).orElse(World.today(task.now()).plusDays(rule.days()));
        return new Coupon(
                rule.couponId(),
                rule.title(),
                seller(rule),
                Money.cny(rule.fromFen()),
                Money.cny(rule.offFen()),
                state,
                left,
                until);
    }

    private @Nullable String seller(CouponRule rule) {
        return rule.sellerId() == null
                ? null
                : catalogue.coupons().seller(rule.sellerId()).map(Seller::name).orElse(null);
    }

    private static List<Coupon> automatic(Seller seller) {
        return seller.coupons().stream()
                .map(
                        it ->
                                new Coupon(
                                        "%s%s-%d-%d"
                                                .formatted(
                                                        AUTOMATIC,
                                                        seller.id(),
                                                        it.fromYuan(),
                                                        it.offYuan()),
                                        "满%d减%d".formatted(it.fromYuan(), it.offYuan()),
                                        seller.name(),
                                        Money.cny(100L * it.fromYuan()),
                                        Money.cny(100L * it.offYuan()),
                                        CouponState.AUTOMATIC,
                                        null,
                                        null))
                .toList();
    }

    @Override
    public Outcome<CouponClaimed> claim(ClaimCoupon wish, Task task) {
        if (wish.couponId().startsWith(AUTOMATIC)) {
            return Wording.countsByItself(task);
        }
        CouponRule rule = catalogue.coupons().rule(wish.couponId()).orElse(null);
        return rule == null
                ? Wording.unknownCoupon(task, wish.couponId())
                : room.together(() -> claim(rule, task));
    }

    private Outcome<CouponClaimed> claim(CouponRule rule, Task task) {
        claims.takeTurn(rule, task.now());
        if (claims.find(rule.couponId(), task.user(), task.now()).isPresent()) {
            return Wording.claimedBefore(task, rule);
        }
        if (claims.given(task.now()).getOrDefault(rule.couponId(), 0) >= rule.total()) {
            return Wording.noCouponsLeft(task, rule);
        }
        claims.take(rule, task.user(), task.id(), task.now());
        return Outcome.done(
                new CouponClaimed(
                        rule.couponId(),
                        rule.title(),
                        World.today(task.now()).plusDays(rule.days()),
                        World.at(task.now())));
    }

    @Override
    public Outcome<CouponReleased> release(ClaimCoupon wish, Task task) {
        CouponRule rule = catalogue.coupons().rule(wish.couponId()).orElse(null);
        return rule == null
                ? Wording.unknownCoupon(task, wish.couponId())
                : room.together(() -> release(rule, task));
    }

    private Outcome<CouponReleased> release(CouponRule rule, Task task) {
        claims.takeTurn(rule, task.now());
        Claim claim = claims.find(rule.couponId(), task.user(), task.now()).orElse(null);
        if (claim == null) {
            return Outcome.done(new CouponReleased(rule.couponId(), false));
        }
        if (claim.orderId() != null) {
            return Wording.couponUsed(task, rule, claim.orderId());
        }
        claims.release(rule.couponId(), task.user(), task.now());
        return Outcome.done(new CouponReleased(rule.couponId(), true));
    }

    @Override
    public Outcome<Membership> membership(MembershipOf wish, Task task) {
        return Outcome.done(members.of(task));
    }
}
