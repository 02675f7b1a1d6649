package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.Task;
import errand.flash.delivery.OrderState;
import errand.flash.delivery.OrderTracked;
import errand.flash.sandbox.Courier.Course;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Sale;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an order stands at a moment, from what was booked and what the courier does. */
final class OrderView {

    private final Neighbourhood neighbourhood;
    private final Extras extras;
    private final Claims claims;

    OrderView(Neighbourhood neighbourhood, Extras extras, Claims claims) {
        this.neighbourhood = neighbourhood;
        this.extras = extras;
        this.claims = claims;
    }

    ShopBasket basket(Sale sale) {
        return ShopBasket.of(neighbourhood, extras, sale.offerId())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Order %s is for '%s', which this world lacks: was its seed or pack changed?"
                                                .formatted(sale.bookingId(), sale.offerId())));
    }

    Course course(Sale sale) {
        return basket(sale).course(sale.bookedAt());
    }

    OrderState state(Sale sale, Instant now) {
        return sale.cancelledAt() == null ? course(sale).stateAt(now) : OrderState.CANCELLED;
    }

    /** Lines of goods, without fees: what was quoted, with the ids that claims take. */
    List<OrderTracked.Line> lines(Sale sale) {
        ShopBasket basket = basket(sale);
        List<OrderTracked.Line> lines = new ArrayList<>();
        for (int i = 0; i < basket.lines().size(); i++) {
            // A quote's goods stand before its fees, in the order of the slip.
            Quote.Line quoted = sale.quote().lines().get(i);
            lines.add(
                    new OrderTracked.Line(
                            basket.lines().get(i).lineId(),
                            quoted.title(),
                            quoted.quantity(),
                            quoted.unit(),
                            quoted.amount()));
        }
        return lines;
    }

    OrderTracked tracked(Sale sale, Task task) {
        ShopBasket basket = basket(sale);
        Course course = course(sale);
        OrderState state = state(sale, task.now());
        boolean delivered = state == OrderState.DELIVERED;
        boolean cancelled = state == OrderState.CANCELLED;
        Quote quote = sale.quote();
        return new OrderTracked(
                sale.bookingId(),
                state,
                status(state, sale, course, task),
                basket.shop().shopId(),
                quote.payee().name(),
                quote.title(),
                lines(sale),
                quote.total(),
                basket.delivery().to(),
                World.at(sale.bookedAt()),
                World.at(course.promisedAt()),
                delivered ? World.at(course.deliveredAt()) : null,
                cancelled ? 0 : course.lateMinutes(task.now()),
                claims.refunded(sale.bookingId()),
                basket.shop().kind().image());
    }

    private static String status(OrderState state, Sale sale, Course course, Task task) {
        String promised = Refusals.minute(course.promisedAt());
        return switch (state) {
            case PLACED -> expected("等待商家接单", "Waiting for the shop to accept", promised, task);
            case ACCEPTED -> expected("商家已接单", "Accepted by the shop", promised, task);
            case PREPARING -> expected("商家备餐中", "Being prepared", promised, task);
            case RIDER -> onItsWay(course, promised, task);
            case DELIVERED ->
                    Refusals.in(
                            task,
                            "已于%s送达".formatted(Refusals.minute(course.deliveredAt())),
                            "Delivered at " + Refusals.minute(course.deliveredAt()));
            case CANCELLED -> {
                Money fee = Optional.ofNullable(sale.fee()).orElse(Money.cny(0));
                yield Refusals.in(
                        task,
                        "已取消，扣%s元".formatted(Refusals.yuan(fee)),
                        "Cancelled; %s yuan were kept back".formatted(Refusals.yuan(fee)));
            }
        };
    }

    private static String expected(String zh, String en, String promised, Task task) {
        return Refusals.in(
                task,
                "%s，预计%s送达".formatted(zh, promised),
                "%s; expected at %s".formatted(en, promised));
    }

    private static String onItsWay(Course course, String promised, Task task) {
        int late = course.lateMinutes(task.now());
        return late == 0
                ? expected("骑手配送中", "A rider has it", promised, task)
                : Refusals.in(
                        task,
                        "骑手配送中，已超过承诺时间（%s）%d分钟".formatted(promised, late),
                        "A rider has it; %d minutes after the promised time (%s)"
                                .formatted(late, promised));
    }
}
