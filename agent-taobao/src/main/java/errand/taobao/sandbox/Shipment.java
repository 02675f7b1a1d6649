package errand.taobao.sandbox;

import errand.agent.Task;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.World;
import errand.taobao.market.OrderState;
import errand.taobao.market.Tracking.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How an order comes: sent the next morning at nine, on its way from the afternoon, delivered in
 * the afternoon of its day. A function of the order; nothing of it is kept.
 */
record Shipment(String orderId, String from, Instant orderedAt, LocalDate arrives) {

    private static final LocalTime SENT = LocalTime.of(9, 0);
    private static final Duration SORTED = Duration.ofHours(5);

    /** Until then cancelling is free. */
    static Instant sentAt(Instant orderedAt) {
        return World.today(orderedAt).plusDays(1).atTime(SENT).atZone(World.ZONE).toInstant();
    }

    Instant sentAt() {
        return sentAt(orderedAt);
    }

    private Instant movingAt() {
        return sentAt().plus(SORTED);
    }

    Instant deliveredAt() {
        Chance chance = Chance.of(0, "delivered", orderId);
        LocalTime at = LocalTime.of(chance.between(14, 19), chance.between(0, 59));
        Instant planned = arrives.atTime(at).atZone(World.ZONE).toInstant();
        Instant earliest = movingAt().plus(Duration.ofMinutes(30));
        return planned.isBefore(earliest) ? earliest : planned;
    }

    OrderState state(Instant now) {
        if (!now.isBefore(deliveredAt())) {
            return OrderState.DELIVERED;
        }
        if (!now.isBefore(movingAt())) {
            return OrderState.IN_TRANSIT;
        }
        return now.isBefore(sentAt()) ? OrderState.ORDERED : OrderState.SENT;
    }

    String trackingNo() {
        return "EX%010d"
                .formatted(Chance.of(0, "parcel", orderId).between(0, Integer.MAX_VALUE - 1));
    }

    /** What has happened until then, in the language of the task. */
    List<Event> events(Instant until, Task task) {
        List<Event> all =
                List.of(
                        event(OrderState.ORDERED, orderedAt, task, "已下单，等待发货", "ordered"),
                        event(
                                OrderState.SENT,
                                sentAt(),
                                task,
                                "%s已发货，运单号%s".formatted(from, trackingNo()),
                                "sent by %s, parcel %s".formatted(from, trackingNo())),
                        event(OrderState.IN_TRANSIT, movingAt(), task, "运输中", "on its way"),
                        event(OrderState.DELIVERED, deliveredAt(), task, "已签收", "delivered"));
        List<Event> happened = new ArrayList<>();
        for (Event event : all) {
            if (!event.at().toInstant().isAfter(until)) {
                happened.add(event);
            }
        }
        return happened;
    }

    static Event event(OrderState state, Instant at, Task task, String zh, String en) {
        return new Event(state, World.at(at), Refusals.in(task, zh, en));
    }
}
