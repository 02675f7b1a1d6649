package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A shop in a part of a town.
 *
 * @param rating in tenths: 47 is 4.7
 * @param monthlyOrders how many in the last 30 days
 */
record Shop(
        String shopId,
        String name,
        Part part,
        Kind kind,
        int metres,
        long feeFen,
        int rating,
        int monthlyOrders,
        List<Item> menu) {

    private static final int METRES_A_MINUTE = 250;
    private static final int PICKING_UP = 6;

    Shop {
        menu = List.copyOf(menu);
    }

    /** Something on its menu. */
    record Item(String itemId, Dish dish, long fen) {

        String title() {
            return dish.title();
        }
    }

    Payee payee() {
        return new Payee("flash:" + shopId, name);
    }

    int etaMinutes() {
        return kind.minutes() + PICKING_UP + metres / METRES_A_MINUTE;
    }

    Money minimumOrder() {
        return Money.cny(kind.minimumFen());
    }

    Money packingFee() {
        return Money.cny(kind.packingFen());
    }

    Money deliveryFee() {
        return Money.cny(feeFen);
    }

    Money fees() {
        return packingFee().plus(deliveryFee());
    }

    boolean openAt(Instant at) {
        return kind.openAt(at.atZone(errand.runtime.sandbox.World.ZONE).toLocalTime());
    }

    Optional<Item> item(String itemId) {
        return menu.stream().filter(item -> item.itemId().equals(itemId)).findFirst();
    }
}
