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
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.DeliveryShops;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Shops of the sandbox world. */
final class SandboxShops implements DeliveryShops {

    private final Atlas atlas;
    private final Neighbourhood neighbourhood;
    private final Shelves shelves;
    private final OrderCheck check;
    private final Desk desk;

    SandboxShops(Atlas atlas, Neighbourhood neighbourhood, Stockroom room) {
        this.atlas = atlas;
        this.neighbourhood = neighbourhood;
        this.shelves = room.shelves();
        this.check = new OrderCheck(atlas, neighbourhood, shelves);
        this.desk =
                room.desk(
                        "ORDER",
                        offer -> ShopBasket.of(neighbourhood, offer).map(basket -> basket));
    }

    @Override
    public Outcome<ShopOffers> search(ShopSearch wish, Task task) {
        Part part = atlas.find(wish.place()).orElse(null);
        if (part == null) {
            return Wording.placeUnknown(task, wish.place(), atlas);
        }
        OffsetDateTime at = wish.at();
        Instant when =
                at == null || at.toInstant().isBefore(task.now()) ? task.now() : at.toInstant();
        ZonedDateTime local = when.atZone(World.ZONE);
        LocalDate day = local.toLocalDate();
        Choosing choosing = new Choosing(wish.item(), neighbourhood.shopsIn(part));
        Shelf shelf = shelves.look(choosing.itemIds(), List.of(day), task.now());
        List<ShopOffer> offers = choosing.offers(local.toLocalTime(), day, neighbourhood, shelf);
        String note =
                offers.isEmpty() ? Wording.noShop(task, wish.item(), part, choosing.shops()) : null;
        return Outcome.done(new ShopOffers(offers, note));
    }

    @Override
    public Outcome<OrderQuoted> quote(OrderQuote wish, Task task) {
        return check.basket(wish, task)
                .then(
                        basket ->
                                desk.quote(basket.offerId(), 1, task)
                                        .map(quoted -> quoted(quoted, basket)));
    }

    private static OrderQuoted quoted(Quoted quoted, ShopBasket basket) {
        return new OrderQuoted(quoted.quote(), null, basket.shop().etaMinutes());
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
                .map(booked -> committed(booked, quote(booked, task)));
    }

    private Quote quote(Booked booked, Task task) {
        Optional<Quote> quote = desk.find(booked.quoteId(), task);
        return quote.orElseThrow();
    }

    private static OrderCommitted committed(Booked booked, Quote quote) {
        Object minutes = quote.details().get("etaMinutes");
        return new OrderCommitted(
                booked.bookingId(),
                booked.quoteId(),
                quote.payee().name(),
                booked.title(),
                booked.total(),
                booked.bookedAt().plusMinutes(Long.parseLong(String.valueOf(minutes))),
                booked.bookedAt(),
                booked.cancellation());
    }

    @Override
    public Outcome<OrderCancelled> cancel(CancelOrder wish, Task task) {
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
}
