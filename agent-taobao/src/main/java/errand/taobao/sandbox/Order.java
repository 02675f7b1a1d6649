package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Quote.Line;
import errand.runtime.sandbox.World;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.OrderState;
import errand.taobao.market.PastOrder;
import errand.taobao.sandbox.Returns.Returned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that became of it.
 *
 * @param lines of its quote: first a line per good, in the order of the basket
 * @param cancelledAt null while it stands
 */
record Order(
        String orderId,
        SellersBasket basket,
        List<Line> lines,
        Instant orderedAt,
        @Nullable Instant cancelledAt,
        List<Returned> returns) {

    Order {
        lines = List.copyOf(lines);
        returns = List.copyOf(returns);
    }

    /** Of the past that this world begins with; it is in no table. */
    boolean seeded() {
        return orderId.startsWith(SeededOrders.PREFIX);
    }

    String title() {
        return basket.title();
    }

    Money total() {
        return lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }

    Shipment shipment() {
        return new Shipment(orderId, basket.seller().name(), orderedAt, basket.arrives());
    }

    OrderState state(Instant now) {
        if (cancelledAt != null) {
            return OrderState.CANCELLED;
        }
        if (!returns.isEmpty()) {
            return left().isEmpty() ? OrderState.RETURNED : OrderState.PARTLY_RETURNED;
        }
        return shipment().state(now);
    }

    boolean delivered(Instant now) {
        return !now.isBefore(shipment().deliveredAt());
    }

    /** Whether returns have ended. */
    boolean pastReturning(Instant now) {
        return World.today(now).isAfter(basket.returnUntil());
    }

    /** What was not returned yet, by skuId. */
    Map<String, Integer> left() {
        Map<String, Integer> left = new LinkedHashMap<>();
        basket.items().forEach(item -> left.put(item.skuId(), item.quantity()));
        for (Returned each : returns) {
            for (GoodsLine line : each.lines()) {
                left.merge(line.skuId(), -line.quantity(), Integer::sum);
            }
        }
        left.values().removeIf(quantity -> quantity <= 0);
        return left;
    }

    /** What was paid for the goods themselves: the total without shipping. */
    Money paidForGoods() {
        return total().minus(shipping());
    }

    Money shipping() {
        return lines.stream()
                .skip(basket.goods().size())
                .map(Line::amount)
                .filter(amount -> amount.amount() > 0)
                .reduce(Money.cny(0), Money::plus);
    }

    /** List price of so many of each, as they were quoted. */
    long listed(List<GoodsLine> some) {
        long fen = 0;
        for (GoodsLine line : some) {
            fen += unit(line.skuId()).amount() * line.quantity();
        }
        return fen;
    }

    /** A return of it that was agreed before. */
    Optional<Returned> returned(String returnId) {
        return returns.stream().filter(it -> it.returnId().equals(returnId)).findFirst();
    }

    Money refunded() {
        return returns.stream().map(Returned::refund).reduce(Money.cny(0), Money::plus);
    }

    PastOrder shown(Instant now) {
        boolean open = cancelledAt == null && !pastReturning(now) && !left().isEmpty();
        LocalDate until = open ? basket.returnUntil() : null;
        return new PastOrder(
                orderId,
                title(),
                state(now),
                basket.seller().name(),
                World.at(orderedAt),
                total(),
                basket.goods().stream()
                        .map(
                                good ->
                                        new PastOrder.Item(
                                                good.skuId(),
                                                good.title(),
                                                basket.quantity(good),
                                                unit(good.skuId()),
                                                good.image()))
                        .toList(),
                basket.arrives(),
                until,
                refunded());
    }

    private Money unit(String skuId) {
        for (int i = 0; i < basket.goods().size(); i++) {
            if (basket.goods().get(i).skuId().equals(skuId)) {
                return lines.get(i).unit();
            }
        }
        throw new IllegalArgumentException("Order %s has no %s in it.".formatted(orderId, skuId));
    }
}
