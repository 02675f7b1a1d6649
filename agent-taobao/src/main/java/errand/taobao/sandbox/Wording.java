package errand.taobao.sandbox;

import static errand.runtime.sandbox.Refusals.refused;
import static errand.runtime.sandbox.Refusals.unknown;

import errand.agent.Outcome;
import errand.agent.Task;
import java.util.List;

/** How refusals that only a marketplace knows are worded, in the language of the task. */
final class Wording {

    private Wording() {}

    static <O> Outcome<O> noLines(Task task) {
        return refused(
                task,
                "NO_LINES",
                "没有要报价的商品，请至少给出一个skuId和数量。",
                "There is nothing to quote; name at least one skuId and a quantity.");
    }

    static <O> Outcome<O> unknownSku(Task task, String skuId) {
        return refused(
                task,
                "UNKNOWN_SKU",
                "没有编号为“%s”的商品，请先用goods.search查找。".formatted(skuId),
                "There is no item '%s'. Take a skuId from goods.search.".formatted(skuId));
    }

    static <O> Outcome<O> mixedSellers(Task task, List<String> sellers) {
        return refused(
                task,
                "MIXED_SELLERS",
                "这些商品来自不同店铺（%s），无法合并收款，请按店铺分别报价。".formatted(String.join("、", sellers)),
                "These goods are of several sellers (%s), who are paid separately; quote per seller."
                        .formatted(String.join(", ", sellers)));
    }

    static <O> Outcome<O> tooMany(Task task, int items, int most) {
        return refused(
                task,
                "TOO_MANY_ITEMS",
                "一次最多报价%d种商品，收到了%d种，请分几次报价。".formatted(most, items),
                "At most %d items are quoted at once, not %d; quote them in several calls."
                        .formatted(most, items));
    }

    static <O> Outcome<O> belowMinimum(Task task, Good good, int quantity) {
        return refused(
                task,
                "BELOW_MINIMUM",
                "%s是批发商品，%d件起订，收到的是%d件；请增加数量，或用goods.search零买。"
                        .formatted(good.title(), good.minimum(), quantity),
                "%s is wholesale: the minimum is %d pieces, not %d; order more, or buy single ones from goods.search."
                        .formatted(good.title(), good.minimum(), quantity),
                new Minimum(good.skuId(), good.minimum(), quantity));
    }

    /** How many one must order and how many were wanted. */
    record Minimum(String skuId, int minimum, int wanted) {}

    static <O> Outcome<O> notWholesale(Task task, String skuId) {
        return refused(
                task,
                "NOT_WHOLESALE",
                "%s不是批发商品，请用goods.quote报价，或用wholesale.search查找批发。".formatted(skuId),
                "%s is not wholesale; quote it with goods.quote, or look in wholesale.search."
                        .formatted(skuId));
    }

    static <O> Outcome<O> unknownOrder(Task task, String orderId) {
        return unknown(task, "UNKNOWN_ORDER", "order", "订单", orderId);
    }

    static <O> Outcome<O> delivered(Task task, Order order) {
        return refused(
                task,
                "DELIVERED",
                "%s已签收，不能取消；%s前可以退货（order.return）。"
                        .formatted(order.title(), order.basket().returnUntil()),
                "%s was delivered and cannot be cancelled; it can be returned until %s (order.return)."
                        .formatted(order.title(), order.basket().returnUntil()));
    }

    static <O> Outcome<O> notDelivered(Task task, Order order) {
        return refused(
                task,
                "NOT_DELIVERED",
                "%s还没有签收，不能退货；现在可以取消（order.cancel）。".formatted(order.title()),
                "%s was not delivered yet and cannot be returned; it can be cancelled now (order.cancel)."
                        .formatted(order.title()));
    }

    static <O> Outcome<O> cancelledBefore(Task task, Order order) {
        return refused(
                task,
                "ALREADY_CANCELLED",
                "%s已经取消，钱已退回，没有可退的商品。".formatted(order.title()),
                "%s is cancelled and refunded; there is nothing to return."
                        .formatted(order.title()));
    }

    static <O> Outcome<O> returnedBefore(Task task, Order order) {
        return refused(
                task,
                "ALREADY_RETURNED",
                "%s已经办理过退货，剩余可退数量不足。可以用orders.list查看。".formatted(order.title()),
                "%s was returned already, or not that much of it is left; see orders.list."
                        .formatted(order.title()));
    }

    static <O> Outcome<O> notInOrder(Task task, Order order, String skuId) {
        return refused(
                task,
                "UNKNOWN_SKU",
                "订单%s里没有“%s”。".formatted(order.orderId(), skuId),
                "Order %s has no '%s' in it.".formatted(order.orderId(), skuId));
    }

    static <O> Outcome<O> unknownCoupon(Task task, String couponId) {
        return refused(
                task,
                "UNKNOWN_COUPON",
                "没有编号为“%s”的优惠券，请先用coupons.list查看。".formatted(couponId),
                "There is no coupon '%s'. Take a couponId from coupons.list.".formatted(couponId));
    }

    static <O> Outcome<O> claimedBefore(Task task, CouponRule rule) {
        return refused(
                task,
                "ALREADY_CLAIMED",
                "优惠券%s每人每月限领一张，本月已领过。".formatted(rule.title()),
                "Coupon %s can be claimed once a month, and it was.".formatted(rule.couponId()));
    }

    static <O> Outcome<O> noCouponsLeft(Task task, CouponRule rule) {
        return refused(
                task,
                "SOLD_OUT",
                "优惠券%s本月的%d张已领完，下月1日再发放。".formatted(rule.title(), rule.total()),
                "All %d coupons %s of this month are given away; there are new ones on the 1st."
                        .formatted(rule.total(), rule.couponId()));
    }

    static <O> Outcome<O> couponUsed(Task task, CouponRule rule, String orderId) {
        return refused(
                task,
                "COUPON_USED",
                "优惠券%s已用于订单%s，不能退回。".formatted(rule.title(), orderId),
                "Coupon %s was used for order %s and cannot be given back."
                        .formatted(rule.couponId(), orderId));
    }

    static <O> Outcome<O> countsByItself(Task task) {
        return refused(
                task,
                "NOT_NEEDED",
                "这是店铺满减，下单时自动计算，不需要领取。",
                "This discount counts by itself in every quote; there is nothing to claim.");
    }
}
