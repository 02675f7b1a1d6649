package errand.flash.sandbox;

import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.ClaimGranted;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.DeliveryOrders;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.Orders;
import errand.flash.delivery.OrdersWish;
import errand.flash.delivery.TrackOrder;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Sale;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import java.util.Optional;

/** Orders in the sandbox world. */
final class SandboxOrders implements DeliveryOrders {

    private final OrderCheck check;
    private final Desk desk;
    private final Stockroom room;
    private final Claims claims;
    private final Claiming claiming;
    private final OrderBook book;

    SandboxOrders(Atlas atlas, Neighbourhood neighbourhood, Extras extras, Stockroom room) {
        this.room = room;
        this.check = new OrderCheck(atlas, neighbourhood, extras, room.shelves());
        this.desk =
                room.desk(
                        "ORDER",
                        offer -> ShopBasket.of(neighbourhood, extras, offer).map(ware -> ware));
        this.claims = new Claims(room.db());
        OrderView view = new OrderView(neighbourhood, extras, claims);
        this.book = new OrderBook(desk.sales(), view);
        this.claiming = new Claiming(desk.sales(), view, claims);
    }

    @Override
    public Outcome<OrderQuoted> quote(OrderQuote wish, Task task) {
        return check.basket(wish, task)
                .then(
                        basket ->
                                desk.quote(basket.offerId(), 1, task)
                                        .map(quoted -> quoted(quoted, basket, task)));
    }

    private static OrderQuoted quoted(Quoted quoted, ShopBasket basket, Task task) {
        return new OrderQuoted(
                quoted.quote(),
                null,
                basket.shop().etaMinutes(),
                World.at(basket.course(task.now()).promisedAt()));
    }

    @Override
    public Outcome<Held> reserve(HoldQuote wish, Task task) {
        return desk.hold(wish, task);
    }

    @Override
    public Outcome<Released> release(ReleaseHold wish, Task task) {
        return desk.release(wish, task);
    }

    @Override
    public Outcome<OrderCommitted> commit(CommitOrder wish, Task task) {
        return desk.book(new BookHold(wish.quoteId(), wish.holdId()), task)
                .map(booked -> committed(booked, sale(booked, task), task));
    }

    private Sale sale(Booked booked, Task task) {
        return desk.sales().find(booked.bookingId(), task.user()).orElseThrow();
    }

    private OrderCommitted committed(Booked booked, Sale sale, Task task) {
        Quote quote = sale.quote();
        return new OrderCommitted(
                booked.bookingId(),
                booked.quoteId(),
                quote.payee().name(),
                booked.title(),
                booked.total(),
                book.promisedAt(sale),
                booked.bookedAt(),
                booked.cancellation());
    }

    @Override
    public Outcome<OrderCancelled> cancel(CancelOrder wish, Task task) {
        return room.together(() -> cancelUnclaimed(wish, task));
    }

    private Outcome<OrderCancelled> cancelUnclaimed(CancelOrder wish, Task task) {
        Optional<Sale> sale = desk.sales().lock(wish.orderId(), task.user());
        if (sale.isPresent() && claims.refunded(wish.orderId()).amount() > 0) {
            return ClaimWording.alreadyRefunded(task, claims.refunded(wish.orderId()));
        }
        return desk.cancel(new CancelBooking(wish.orderId()), task)
                .map(
                        cancelled ->
                                new OrderCancelled(
                                        cancelled.bookingId(),
                                        true,
                                        cancelled.fee(),
                                        cancelled.refund(),
                                        cancelled.cancelledAt()));
    }

    @Override
    public Outcome<OrderTracked> track(TrackOrder wish, Task task) {
        return book.track(wish, task);
    }

    @Override
    public Outcome<Orders> list(OrdersWish wish, Task task) {
        return book.list(wish, task);
    }

    @Override
    public Outcome<ClaimGranted> claim(ClaimWish wish, Task task) {
        return room.together(() -> claiming.claim(wish, task));
    }
}
