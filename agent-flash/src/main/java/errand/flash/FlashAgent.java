package errand.flash;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.DeliveryShops;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import org.springframework.stereotype.Component;

/** What flash delivery can do: find shops and order from them. Knows which business, not how. */
@Component
public final class FlashAgent implements Agent {

    private final DeliveryShops shops;

    public FlashAgent(DeliveryShops shops) {
        this.shops = shops;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("flash");
        quoting(table);
        ordering(table);
        return table;
    }

    private void quoting(Capabilities table) {
        table.can("shop.search", ShopSearch.class, ShopOffers.class, shops::search)
                .described(
                        "Finds open shops that deliver an item to a place within the hour (闪购, 外卖, 点咖啡, 奶茶, 午餐, 买菜, 买药),"
                                + " with minimum order, delivery fee and minutes to the door")
                .reads();
        table.can("order.quote", OrderQuote.class, OrderQuoted.class, shops::quote)
                .described(
                        "Quotes items of one shop (外卖报价) with packing and delivery; below the shop's minimum (起送价) it is refused"
                                + " with what is missing and what could be added")
                .reads();
    }

    private void ordering(Capabilities table) {
        table.can("order.reserve", HoldQuote.class, Held.class, shops::reserve)
                .described("Keeps the quoted items (预留) for some minutes without binding anybody")
                .holds()
                .undoneBy("order.release");
        table.can("order.release", ReleaseHold.class, Released.class, shops::release)
                .described("Gives kept items back (释放预留)")
                .holds()
                .forGood();
        table.can("order.commit", CommitOrder.class, OrderCommitted.class, shops::commit)
                .described("Orders the kept items (下单) at the quoted price; says when they arrive")
                .commits()
                .undoneBy("order.cancel");
        table.can("order.cancel", CancelOrder.class, OrderCancelled.class, shops::cancel)
                .described("Cancels a delivery order (取消外卖订单); says the fee and the refund")
                .commits()
                .forGood();
    }
}
