package errand.flash;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.flash.delivery.Bundle;
import errand.flash.delivery.BundleWish;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.ClaimGranted;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.Cookbook;
import errand.flash.delivery.DeliveryOrders;
import errand.flash.delivery.DeliveryShops;
import errand.flash.delivery.MenuWish;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.Orders;
import errand.flash.delivery.OrdersWish;
import errand.flash.delivery.RecipePlan;
import errand.flash.delivery.RecipeWish;
import errand.flash.delivery.ShopMenu;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.flash.delivery.SubstituteWish;
import errand.flash.delivery.Substitutes;
import errand.flash.delivery.TrackOrder;

/**
 * What flash delivery can do: find shops, order from them, follow orders and complain, and plan
 * what to cook. Knows which business, not how.
 */
public final class FlashAgent implements Agent {

    private final DeliveryShops shops;
    private final DeliveryOrders orders;
    private final Cookbook cookbook;

    public FlashAgent(DeliveryShops shops, DeliveryOrders orders, Cookbook cookbook) {
        this.shops = shops;
        this.orders = orders;
        this.cookbook = cookbook;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("flash");
        finding(table);
        ordering(table);
        afterwards(table);
        return table;
    }

    private void finding(Capabilities table) {
        table.can("shop.search", ShopSearch.class, ShopOffers.class, shops::search)
                .described(
                        "Finds open shops that deliver an item to a place within the hour (闪购, 外卖, 点咖啡, 奶茶, 午餐, 买菜, 买药),"
                                + " with minimum order, delivery fee and minutes to the door; for later with at (今晚七点),"
                                + " within a fee (运费) or rating (评分)")
                .reads();
        table.can("shop.menu", MenuWish.class, ShopMenu.class, shops::menu)
                .described(
                        "Shows a shop's menu page by page (菜单), with sections, what is left and what can be chosen"
                                + " (热/冰, 大杯, 半糖, 加料) and what that costs")
                .reads();
        table.can("bundle.propose", BundleWish.class, Bundle.class, shops::bundle)
                .described(
                        "Finds where several things can be ordered together (一次买齐): one shop if possible, else the fewest,"
                                + " with totals, fees, minimum order and what cannot be had; takes the shopping of recipe.plan as it is")
                .reads();
        table.can("item.substitutes", SubstituteWish.class, Substitutes.class, shops::substitutes)
                .described(
                        "Finds what could stand in for an item that is sold out (缺货替换): of the same shop first, then of others nearby,"
                                + " with the price difference and why")
                .reads();
        table.can("recipe.plan", RecipeWish.class, RecipePlan.class, cookbook::plan)
                .described(
                        "Works out what must be bought to cook a dish (做菜买什么) for so many people, less what is at home (家里有);"
                                + " dishes by Chinese or English name: 鱼香肉丝, yuxiang pork")
                .reads();
    }

    private void ordering(Capabilities table) {
        table.can("order.quote", OrderQuote.class, OrderQuoted.class, orders::quote)
                .described(
                        "Quotes items of one shop (外卖报价) with packing and delivery, now or for a time (预约送达); below the shop's"
                                + " minimum (起送价) it is refused with what is missing and what could be added")
                .reads();
        table.can("order.reserve", HoldQuote.class, Held.class, orders::reserve)
                .described("Keeps the quoted items (预留) for some minutes without binding anybody")
                .holds()
                .undoneBy("order.release");
        table.can("order.release", ReleaseHold.class, Released.class, orders::release)
                .described("Gives kept items back (释放预留)")
                .holds()
                .forGood();
        table.can("order.commit", CommitOrder.class, OrderCommitted.class, orders::commit)
                .described("Orders the kept items (下单) at the quoted price; says when they arrive")
                .commits()
                .undoneBy("order.cancel");
        table.can("order.cancel", CancelOrder.class, OrderCancelled.class, orders::cancel)
                .described(
                        "Cancels a delivery order (取消外卖订单): free until the shop accepts, half until it is delivered;"
                                + " says the fee and the refund")
                .commits()
                .forGood();
    }

    private void afterwards(Capabilities table) {
        table.can("order.track", TrackOrder.class, OrderTracked.class, orders::track)
                .described(
                        "Says how far an order is (到哪了): placed, accepted, preparing, with a rider, delivered;"
                                + " promised and actual time, its lines, what was given back")
                .reads();
        table.can("orders.list", OrdersWish.class, Orders.class, orders::list)
                .described("Lists the person's own delivery orders (我的外卖订单), the last one first")
                .reads();
        table.can("order.claim", ClaimWish.class, ClaimGranted.class, orders::claim)
                .described(
                        "Claims money back for an order that came late (超时赔付), lacks something (缺货少送) or was spilled (洒漏);"
                                + " says how much. Never more than was paid in all")
                .commits()
                .forGood();
    }
}
