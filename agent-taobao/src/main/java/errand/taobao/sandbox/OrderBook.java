package errand.taobao.sandbox;

import errand.agent.Task;
import errand.runtime.sandbox.Sale;
import errand.runtime.sandbox.Sales;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders of a person: those made here, and those of the seeded past. */
final class OrderBook {

    /** What was bought before that is no longer looked at. */
    private static final int MOST = 1_000;

    private final Catalogue catalogue;
    private final Sales sales;
    private final Returns returns;
    private final SeededOrders seeded;

    OrderBook(Catalogue catalogue, Sales sales, Returns returns, SeededOrders seeded) {
        this.catalogue = catalogue;
        this.sales = sales;
        this.returns = returns;
        this.seeded = seeded;
    }

    /** Latest first; without those of another world. */
    List<Order> of(Task task) {
        List<Sale> sold = sales.of(task.user(), 0, MOST);
        Map<String, List<Returns.Returned>> back =
                returns.of(sold.stream().map(Sale::bookingId).toList());
        List<Order> orders = new ArrayList<>();
        for (Sale sale : sold) {
            basket(sale)
                    .map(it -> order(sale, it, back.getOrDefault(sale.bookingId(), List.of())))
                    .ifPresent(orders::add);
        }
        orders.addAll(seeded.of(task.user(), task.now()));
        orders.sort(Comparator.comparing(Order::orderedAt).reversed());
        return orders;
    }

    Optional<Order> find(String orderId, Task task) {
        return sales.find(orderId, task.user())
                .map(this::order)
                .or(
                        () ->
                                seeded.of(task.user(), task.now()).stream()
                                        .filter(order -> order.orderId().equals(orderId))
                                        .findFirst());
    }

    /** Nobody else changes it until the end of the transaction; the seeded past nobody changes. */
    Optional<Order> lock(String orderId, Task task) {
        return sales.lock(orderId, task.user()).map(this::order).or(() -> find(orderId, task));
    }

    private Order order(Sale sale) {
        List<String> id = List.of(sale.bookingId());
        SellersBasket basket =
                basket(sale)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Order %s is for '%s', which this world lacks: was its seed or its pack changed?"
                                                        .formatted(
                                                                sale.bookingId(), sale.offerId())));
        return order(sale, basket, returns.of(id).getOrDefault(sale.bookingId(), List.of()));
    }

    /** Empty for an order of another world, under another seed or pack. */
    private Optional<SellersBasket> basket(Sale sale) {
        return SellersBasket.of(catalogue, sale.offerId());
    }

    private static Order order(Sale sale, SellersBasket basket, List<Returns.Returned> back) {
        return new Order(
                sale.bookingId(),
                basket,
                sale.quote().lines(),
                sale.bookedAt(),
                sale.cancelledAt(),
                back);
    }
}
