package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Ids;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.ListOrders;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderGoods;
import errand.taobao.market.OrderHistory;
import errand.taobao.market.OrderReturned;
import errand.taobao.market.Orders;
import errand.taobao.market.QuoteRefund;
import errand.taobao.market.RefundQuote;
import errand.taobao.market.RefundQuote.Way;
import errand.taobao.market.ReturnOrder;
import errand.taobao.market.ReturnReason;
import errand.taobao.market.TrackOrder;
import errand.taobao.market.Tracking;
import errand.taobao.sandbox.Refunding.Refund;
import errand.taobao.sandbox.Returns.Returned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Orders of the sandbox world. */
final class SandboxOrders implements Orders {

    private static final int DAYS_TO_SEND_BACK = 7;

    private final Stockroom room;
    private final Desk desk;
    private final OrderBook book;
    private final Returns returns;
    private final Claims claims;
    private final Reordering reordering;
    private final History history;

    SandboxOrders(
            Stockroom room,
            Desk desk,
            OrderBook book,
            Returns returns,
            Claims claims,
            Reordering reordering) {
        this.room = room;
        this.desk = desk;
        this.book = book;
        this.returns = returns;
        this.claims = claims;
        this.reordering = reordering;
        this.history = new History(book, reordering);
    }

    @Override
    public Outcome<GoodsOrder> place(OrderGoods wish, Task task) {
        return room.together(() -> placed(wish.quoteId(), task));
    }

    /** Where the coupon in it is gone, the price is another one. */
    private Outcome<GoodsOrder> placed(String quoteId, Task task) {
        Quote quote = desk.find(quoteId, task).orElse(null);
        Object coupon = quote == null ? null : quote.details().get("couponId");
        if (quote == null || coupon == null) {
            return booked(quoteId, task);
        }
        Optional<LocalDate> claimed =
                claims.lock(coupon.toString(), task.user(), orderId(task), task.now());
        if (claimed.isEmpty()) {
            return reordering.atTodaysPrice(quote, task);
        }
        return booked(quoteId, task).map(order -> spent(order, coupon.toString(), claimed, task));
    }

    private GoodsOrder spent(
            GoodsOrder order, String coupon, Optional<LocalDate> claimed, Task task) {
        claimed.ifPresent(month -> claims.use(coupon, month, task.user(), order.orderId()));
        return order;
    }

    private Outcome<GoodsOrder> booked(String quoteId, Task task) {
        return desk.bookAtOnce(quoteId, task)
                .map(booked -> ordered(booked, desk.find(quoteId, task).orElseThrow(), task));
    }

    /** The desk makes the same one. */
    private static String orderId(Task task) {
        return Ids.ofTask("B", task.id());
    }

    private GoodsOrder ordered(Booked booked, Quote quote, Task task) {
        Order order = book.find(booked.bookingId(), task).orElseThrow();
        return new GoodsOrder(
                booked.bookingId(),
                booked.quoteId(),
                quote.payee().name(),
                booked.title(),
                booked.total(),
                order.basket().arrives(),
                booked.bookedAt(),
                booked.cancellation(),
                quote.lines(),
                order.basket().items(),
                order.basket().slip().deliverTo(),
                order.basket().first().image());
    }

    @Override
    public Outcome<OrderCancelled> cancel(CancelOrder wish, Task task) {
        return room.together(
                () -> {
                    Order order = book.lock(wish.orderId(), task).orElse(null);
                    if (order == null) {
                        return Wording.unknownOrder(task, wish.orderId());
                    }
                    boolean late = order.cancelledAt() == null && order.delivered(task.now());
                    return late ? tooLate(order, task) : cancelled(wish.orderId(), order, task);
                });
    }

    private static <O> Outcome<O> tooLate(Order order, Task task) {
        return order.pastReturning(task.now())
                ? order.basket().pastCancelling(task)
                : Wording.delivered(task, order);
    }

    @Override
    public Outcome<OrderCancelled> takeBack(CancelOrder wish, Task task) {
        return room.together(
                () -> {
                    Order order = book.lock(wish.orderId(), task).orElse(null);
                    return order == null
                            ? Refusals.unknown(
                                    task, "UNKNOWN_BOOKING", "booking", "订单", wish.orderId())
                            : cancelled(wish.orderId(), order, task);
                });
    }

    private Outcome<OrderCancelled> cancelled(String orderId, Order order, Task task) {
        if (!order.returns().isEmpty()) {
            return Wording.returnedBefore(task, order);
        }
        if (order.seeded()) {
            return order.basket().pastCancelling(task);
        }
        return desk.cancel(new CancelBooking(orderId), task).map(this::cancelled);
    }

    private OrderCancelled cancelled(Cancelled cancelled) {
        claims.giveBack(cancelled.bookingId());
        return new OrderCancelled(
                cancelled.bookingId(),
                true,
                cancelled.fee(),
                cancelled.refund(),
                cancelled.cancelledAt());
    }

    @Override
    public Outcome<OrderReturned> giveBack(ReturnOrder wish, Task task) {
        return room.together(
                () -> {
                    Order order = book.lock(wish.orderId(), task).orElse(null);
                    if (order == null) {
                        return Wording.unknownOrder(task, wish.orderId());
                    }
                    Returned before = order.returned(returnId(task)).orElse(null);
                    return before == null
                            ? Refunding.of(order, wish.lines(), wish.reason(), task)
                                    .map(refund -> returned(order, refund, wish.reason(), task))
                            : Outcome.done(said(order, before, order.refunded()));
                });
    }

    private static String returnId(Task task) {
        return Ids.ofTask("R", task.id());
    }

    private OrderReturned returned(Order order, Refund refund, ReturnReason reason, Task task) {
        Returned back =
                new Returned(
                        returnId(task),
                        reason,
                        refund.lines(),
                        refund.fee(),
                        refund.refund(),
                        task.now());
        returns.add(order.orderId(), back, task.id());
        return said(order, back, order.refunded().plus(back.refund()));
    }

    private static OrderReturned said(Order order, Returned back, Money inAll) {
        return new OrderReturned(
                back.returnId(),
                order.orderId(),
                back.lines(),
                back.reason(),
                back.fee(),
                back.refund(),
                inAll,
                World.today(back.at()).plusDays(DAYS_TO_SEND_BACK),
                World.at(back.at()));
    }

    @Override
    public Outcome<RefundQuote> quoteRefund(QuoteRefund wish, Task task) {
        Order order = book.find(wish.orderId(), task).orElse(null);
        if (order == null) {
            return Wording.unknownOrder(task, wish.orderId());
        }
        if (order.cancelledAt() != null) {
            return Wording.cancelledBefore(task, order);
        }
        return order.delivered(task.now())
                ? Refunding.of(
                                order,
                                wish.lines(),
                                Objects.requireNonNullElse(wish.reason(), ReturnReason.NO_REASON),
                                task)
                        .map(refund -> RefundWords.returning(order, refund, task))
                : Outcome.done(cancelling(order, task));
    }

    private static RefundQuote cancelling(Order order, Task task) {
        boolean sent = !task.now().isBefore(order.shipment().sentAt());
        long fee = sent ? Math.min(SellersBasket.RETURNING.amount(), order.total().amount()) : 0;
        Instant until = sent ? order.shipment().deliveredAt() : order.shipment().sentAt();
        return RefundWords.of(
                order,
                Way.CANCEL,
                new Refund(
                        order.basket().items(),
                        Money.cny(fee),
                        order.total().minus(Money.cny(fee))),
                until,
                task);
    }

    @Override
    public Outcome<OrderHistory> list(ListOrders wish, Task task) {
        return history.list(wish, task);
    }

    @Override
    public Outcome<Tracking> track(TrackOrder wish, Task task) {
        return history.track(wish, task);
    }
}
