package errand.taobao.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import errand.taobao.market.ListOrders;
import errand.taobao.market.OrderHistory;
import errand.taobao.market.OrderState;
import errand.taobao.market.TrackOrder;
import errand.taobao.market.Tracking;
import errand.taobao.sandbox.Returns.Returned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Shows the orders of a person, and where each of them is. Changes nothing. */
final class History {

    private static final int PAGE = 20;

    private final OrderBook book;
    private final Reordering reordering;

    History(OrderBook book, Reordering reordering) {
        this.book = book;
        this.reordering = reordering;
    }

    Outcome<OrderHistory> list(ListOrders wish, Task task) {
        List<Order> fitting =
                book.of(task).stream()
                        .filter(order -> inPeriod(order, wish))
                        .filter(it -> wish.state() == null || it.state(task.now()) == wish.state())
                        .filter(order -> reordering.isAbout(order, wish.text()))
                        .toList();
        int page = Math.max(1, Objects.requireNonNullElse(wish.page(), 1));
        return Outcome.done(
                new OrderHistory(
                        fitting.stream()
                                .skip((long) PAGE * (page - 1))
                                .limit(PAGE)
                                .map(order -> order.shown(task.now()))
                                .toList(),
                        fitting.size(),
                        fitting.size() > PAGE * page ? page + 1 : null));
    }

    private static boolean inPeriod(Order order, ListOrders wish) {
        LocalDate day = World.today(order.orderedAt());
        return (wish.from() == null || !day.isBefore(wish.from()))
                && (wish.to() == null || !day.isAfter(wish.to()));
    }

    Outcome<Tracking> track(TrackOrder wish, Task task) {
        Order order = book.find(wish.orderId(), task).orElse(null);
        return order == null
                ? Wording.unknownOrder(task, wish.orderId())
                : Outcome.done(tracking(order, task));
    }

    private static Tracking tracking(Order order, Task task) {
        Instant until = order.cancelledAt() == null ? task.now() : order.cancelledAt();
        List<Tracking.Event> events = new ArrayList<>(order.shipment().events(until, task));
        if (order.cancelledAt() != null) {
            events.add(
                    Shipment.event(
                            OrderState.CANCELLED, order.cancelledAt(), task, "已取消", "cancelled"));
        }
        for (Returned back : order.returns()) {
            events.add(
                    Shipment.event(
                            OrderState.PARTLY_RETURNED,
                            back.at(),
                            task,
                            "退货%s，退款%s元".formatted(back.returnId(), Refusals.yuan(back.refund())),
                            "return %s, %s yuan given back"
                                    .formatted(back.returnId(), Refusals.yuan(back.refund()))));
        }
        boolean sent = !until.isBefore(order.shipment().sentAt());
        return new Tracking(
                order.orderId(),
                order.title(),
                order.state(task.now()),
                sent ? order.shipment().trackingNo() : null,
                events,
                order.basket().arrives());
    }
}
