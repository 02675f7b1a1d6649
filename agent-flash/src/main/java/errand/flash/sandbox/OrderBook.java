package errand.flash.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.Orders;
import errand.flash.delivery.OrdersWish;
import errand.flash.delivery.TrackOrder;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Sale;
import errand.runtime.sandbox.Sales;
import errand.runtime.sandbox.World;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person's orders, to be read. */
final class OrderBook {

    private static final int USUAL = 10;
    private static final int MOST = 50;

    /** So many are looked through for a state that few have. */
    private static final int LOOKED_THROUGH = 500;

    private final Sales sales;
    private final OrderView view;

    OrderBook(Sales sales, OrderView view) {
        this.sales = sales;
        this.view = view;
    }

    OffsetDateTime promisedAt(Sale sale) {
        return World.at(view.course(sale).promisedAt());
    }

    Outcome<OrderTracked> track(TrackOrder wish, Task task) {
        return sales.find(wish.orderId(), task.user())
                .map(sale -> Outcome.done(view.tracked(sale, task)))
                .orElseGet(
                        () ->
                                Refusals.unknown(
                                        task, "UNKNOWN_BOOKING", "booking", "订单", wish.orderId()));
    }

    Outcome<Orders> list(OrdersWish wish, Task task) {
        int limit = wish.limit() == null ? USUAL : wish.limit();
        if (limit < 1 || limit > MOST) {
            return Refusals.refused(
                    task,
                    "BAD_LIMIT",
                    "limit应在1到%d之间，收到的是%d。".formatted(MOST, limit),
                    "limit is 1 to %d, not %d.".formatted(MOST, limit));
        }
        int from = from(wish.cursor());
        if (from < 0) {
            return Refusals.refused(
                    task,
                    "BAD_CURSOR",
                    "cursor“%s”不是上一页给出的next。".formatted(wish.cursor()),
                    "cursor '%s' is no next of a page before.".formatted(wish.cursor()));
        }
        return Outcome.done(page(wish, from, limit, task));
    }

    private Orders page(OrdersWish wish, int from, int limit, Task task) {
        List<OrderTracked> found = new ArrayList<>();
        int at = from;
        for (Sale sale : sales.of(task.user(), from, LOOKED_THROUGH)) {
            if (found.size() == limit) {
                return new Orders(found, String.valueOf(at));
            }
            if (wish.state() == null || view.state(sale, task.now()) == wish.state()) {
                found.add(view.tracked(sale, task));
            }
            at++;
        }
        return new Orders(found, at == from + LOOKED_THROUGH ? String.valueOf(at) : null);
    }

    private static int from(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        return cursor.matches("\\d{1,8}") ? Integer.parseInt(cursor) : -1;
    }
}
