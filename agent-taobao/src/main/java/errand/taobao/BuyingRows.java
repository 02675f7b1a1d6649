package errand.taobao;

import errand.agent.Capabilities;
import errand.agent.reservation.Quoted;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.Cart;
import errand.taobao.market.CartQuote;
import errand.taobao.market.CartQuotes;
import errand.taobao.market.ClaimCoupon;
import errand.taobao.market.CouponClaimed;
import errand.taobao.market.CouponList;
import errand.taobao.market.CouponReleased;
import errand.taobao.market.Coupons;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.ListCoupons;
import errand.taobao.market.ListOrders;
import errand.taobao.market.Membership;
import errand.taobao.market.MembershipOf;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderGoods;
import errand.taobao.market.OrderHistory;
import errand.taobao.market.OrderReturned;
import errand.taobao.market.Orders;
import errand.taobao.market.QuoteRefund;
import errand.taobao.market.RefundQuote;
import errand.taobao.market.ReturnOrder;
import errand.taobao.market.TrackOrder;
import errand.taobao.market.Tracking;
import errand.taobao.market.Wholesale;
import errand.taobao.market.WholesaleOffers;
import errand.taobao.market.WholesaleSearch;

/** The rows of the agent's table that have to do with buying. */
final class BuyingRows {

    private BuyingRows() {}

    static void cart(Capabilities table, Cart cart) {
        table.can("goods.quote", GoodsQuote.class, Quoted.class, cart::quote)
                .described(
                        "Quotes goods of one seller (商品报价) with all discounts and shipping; for several sellers use cart.quote")
                .reads()
                .can("cart.quote", CartQuote.class, CartQuotes.class, cart::quoteAll)
                .described(
                        "Quotes a whole cart (购物车报价) of any sellers: one quote per seller, with what comes from whom,"
                                + " shipping and coupons of each; all items or a refusal. Show all quotes on one card and order each with order.place")
                .reads();
    }

    static void wholesale(Capabilities table, Wholesale wholesale) {
        table.can(
                        "wholesale.search",
                        WholesaleSearch.class,
                        WholesaleOffers.class,
                        wholesale::search)
                .described(
                        "Finds goods in quantity from factories (批发, 1688, 起订量, 阶梯价): price tiers and minimum quantities")
                .reads()
                .can("wholesale.quote", GoodsQuote.class, Quoted.class, wholesale::quote)
                .described(
                        "Quotes wholesale goods of one factory (批发报价) at the price of the quantity;"
                                + " below the minimum it is refused and the minimum said. Ordered with order.place")
                .reads();
    }

    static void orders(Capabilities table, Orders orders) {
        table.can("order.place", OrderGoods.class, GoodsOrder.class, orders::place)
                .described(
                        "Orders what was quoted (下单) at the quoted price: one quote, one seller, one order")
                .commits()
                .undoneBy("order.cancel")
                .can("order.cancel", CancelOrder.class, OrderCancelled.class, orders::cancel)
                .described(
                        "Cancels an order before it is delivered (取消订单): free until it is sent, 10 yuan then;"
                                + " after delivery use order.return")
                .commits()
                .forGood()
                .can("goods.order", OrderGoods.class, GoodsOrder.class, orders::place)
                .described("The same as order.place, under its older name")
                .commits()
                .undoneBy("goods.cancel")
                .can("goods.cancel", CancelOrder.class, OrderCancelled.class, orders::takeBack)
                .described(
                        "Cancels an order of goods (取消订单, 退货), sent or delivered, whole; says the fee and the refund."
                                + " order.cancel and order.return do the same apart")
                .commits()
                .forGood();
    }

    static void afterwards(Capabilities table, Orders orders) {
        table.can("order.return", ReturnOrder.class, OrderReturned.class, orders::giveBack)
                .described(
                        "Sends delivered goods back (退货退款), all or some lines of an order, within 7 days;"
                                + " without a reason 10 yuan of shipping are kept back. Ask refund.quote first what it brings")
                .commits()
                .forGood()
                .can("refund.quote", QuoteRefund.class, RefundQuote.class, orders::quoteRefund)
                .described(
                        "Says what cancelling or returning an order would cost and bring now (退款试算), and which of both it takes")
                .reads()
                .can("orders.list", ListOrders.class, OrderHistory.class, orders::list)
                .described(
                        "Lists the person's own orders (我的订单, 再买一次) by words, period and state, latest first;"
                                + " their skuIds can be quoted again")
                .reads()
                .can("order.track", TrackOrder.class, Tracking.class, orders::track)
                .described(
                        "Says where an order is (物流): ordered, sent, in transit, delivered, with times")
                .reads();
    }

    static void coupons(Capabilities table, Coupons coupons) {
        table.can("coupons.list", ListCoupons.class, CouponList.class, coupons::list)
                .described(
                        "Lists coupons (优惠券, 满减) of all shops, of one, or for one good: which count by themselves,"
                                + " which can be claimed, which the person has")
                .reads()
                .can("coupons.claim", ClaimCoupon.class, CouponClaimed.class, coupons::claim)
                .described(
                        "Claims a coupon (领券) for the person: free, expires by itself; quotes made afterwards count it")
                .holds()
                .undoneBy("coupons.release")
                .can("coupons.release", ClaimCoupon.class, CouponReleased.class, coupons::release)
                .described("Gives a claimed coupon back")
                .holds()
                .forGood()
                .can("membership.status", MembershipOf.class, Membership.class, coupons::membership)
                .described(
                        "Says whether the person is a member (88VIP), until when, and what that brings")
                .reads();
    }
}
