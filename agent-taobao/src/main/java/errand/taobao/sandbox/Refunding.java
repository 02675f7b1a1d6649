package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.ReturnReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sending goods back brings: their share of what was paid, less ten yuan when no reason is
 * given. What is left of an order after several returns adds up to what was paid, never to more.
 */
final class Refunding {

    private Refunding() {}

    /**
     * What a return comes to.
     *
     * @param lines each good once
     */
    record Refund(List<GoodsLine> lines, Money fee, Money refund) {

        Refund {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param wanted null: all that is left
     */
    static Outcome<Refund> of(
            Order order, @Nullable List<GoodsLine> wanted, ReturnReason reason, Task task) {
        if (order.cancelledAt() != null) {
            return Wording.cancelledBefore(task, order);
        }
        if (!order.delivered(task.now())) {
            return Wording.notDelivered(task, order);
        }
        Map<String, Integer> left = order.left();
        if (left.isEmpty()) {
            return Wording.returnedBefore(task, order);
        }
        if (order.pastReturning(task.now())) {
            return order.basket().pastCancelling(task);
        }
        return lines(order, wanted, left, task)
                .map(lines -> refund(order, lines, size(left) == size(lines), reason));
    }

    private static Outcome<List<GoodsLine>> lines(
            Order order, @Nullable List<GoodsLine> wanted, Map<String, Integer> left, Task task) {
        Map<String, Integer> together = new LinkedHashMap<>();
        if (wanted == null || wanted.isEmpty()) {
            together.putAll(left);
        }
        for (GoodsLine line : wanted == null ? List.<GoodsLine>of() : wanted) {
            boolean inIt =
                    order.basket().items().stream()
                            .anyMatch(item -> item.skuId().equals(line.skuId()));
            if (!inIt) {
                return Wording.notInOrder(task, order, line.skuId());
            }
            if (line.quantity() < 1) {
                return Refusals.badQuantity(task, line.quantity(), 999);
            }
            int all = together.merge(line.skuId(), line.quantity(), Integer::sum);
            if (all > left.getOrDefault(line.skuId(), 0)) {
                return Wording.returnedBefore(task, order);
            }
        }
        List<GoodsLine> lines = new ArrayList<>();
        together.forEach((skuId, quantity) -> lines.add(new GoodsLine(skuId, quantity)));
        return Outcome.done(lines);
    }

    private static Refund refund(
            Order order, List<GoodsLine> lines, boolean last, ReturnReason reason) {
        boolean whole = last && order.returns().isEmpty();
        long share = last ? rest(order) : share(order, lines);
        long withShipping =
                share + (whole && reason.sellersFault() ? order.shipping().amount() : 0);
        long fee =
                reason.sellersFault()
                        ? 0
                        : Math.min(SellersBasket.RETURNING.amount(), withShipping);
        return new Refund(lines, Money.cny(fee), Money.cny(withShipping - fee));
    }

    private static long share(Order order, List<GoodsLine> lines) {
        return Math.multiplyExact(order.paidForGoods().amount(), order.listed(lines))
                / order.listed(order.basket().items());
    }

    /** What the returns before have left of what the goods had cost. */
    private static long rest(Order order) {
        long before =
                order.returns().stream()
                        .mapToLong(each -> each.fee().amount() + each.refund().amount())
                        .sum();
        return order.paidForGoods().amount() - before;
    }

    private static int size(Map<String, Integer> left) {
        return left.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int size(List<GoodsLine> lines) {
        return lines.stream().mapToInt(GoodsLine::quantity).sum();
    }
}
