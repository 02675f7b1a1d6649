package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.Marketplace;
import errand.taobao.market.OrderCancelled;
import errand.taobao.market.OrderGoods;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The marketplace of the sandbox world. */
final class SandboxMarketplace implements Marketplace {

    private static final int MOST_OFFERS = 20;
    private static final int MOST_PIECES = 999;

    private final Catalogue catalogue;
    private final Shelves shelves;
    private final Desk desk;

    SandboxMarketplace(Catalogue catalogue, Stockroom room) {
        this.catalogue = catalogue;
        this.shelves = room.shelves();
        this.desk =
                room.desk(
                        "GOODS", offer -> SellersBasket.of(catalogue, offer).map(basket -> basket));
    }

    @Override
    public Outcome<GoodsOffers> search(GoodsSearch wish, Task task) {
        LocalDate today = World.today(task.now());
        List<Good> fitting =
                catalogue.about(wish.text()).stream()
                        .filter(good -> inTime(good.arrives(today), wish.deliverBy()))
                        .toList();
        List<String> items = fitting.stream().map(Good::skuId).toList();
        Shelf shelf = shelves.look(items, List.of(today), task.now());
        Map<String, GoodsOffer> cheapest = new LinkedHashMap<>();
        fitting.stream()
                .map(good -> SellersBasket.of(catalogue, Slip.one(today, good.skuId())))
                .filter(basket -> basket.left(shelf) > 0)
                .filter(basket -> affordable(basket.bill(shelf).total(), wish.maxPrice()))
                .sorted(Comparator.comparing(basket -> basket.bill(shelf).total().amount()))
                .forEach(basket -> cheapest.putIfAbsent(alike(basket), offer(basket, shelf, task)));
        return Outcome.done(
                new GoodsOffers(cheapest.values().stream().limit(MOST_OFFERS).toList()));
    }

    /** Of a model in several colours one is enough to choose from, per seller. */
    private static String alike(SellersBasket basket) {
        Good good = basket.goods().getFirst();
        return good.model() + "/" + good.seller().id();
    }

    private static boolean affordable(Money payable, @Nullable Integer mostYuan) {
        return mostYuan == null || payable.amount() <= mostYuan * 100L;
    }

    private static boolean inTime(LocalDate arrives, @Nullable LocalDate by) {
        return by == null || !arrives.isAfter(by);
    }

    private static GoodsOffer offer(SellersBasket basket, Shelf shelf, Task task) {
        Good good = basket.goods().getFirst();
        Bill bill = basket.bill(shelf);
        return new GoodsOffer(
                good.skuId(),
                good.title(),
                good.seller().name(),
                basket.price(good, shelf),
                bill.total(),
                bill.reasons(task),
                basket.arrives());
    }

    @Override
    public Outcome<Quoted> quote(GoodsQuote wish, Task task) {
        Optional<Outcome<Quoted>> wrong = wrong(wish, task);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Slip slip =
                new Slip(
                        World.today(task.now()),
                        wish.lines().stream()
                                .map(line -> new Slip.Wanted(line.skuId(), line.quantity()))
                                .toList(),
                        Objects.requireNonNullElse(wish.deliverTo(), "").strip());
        return desk.quote(slip.offerId(), 1, task);
    }

    private Optional<Outcome<Quoted>> wrong(GoodsQuote wish, Task task) {
        if (wish.lines().isEmpty()) {
            return Optional.of(Wording.noLines(task));
        }
        for (GoodsLine line : wish.lines()) {
            if (catalogue.good(line.skuId()).isEmpty()) {
                return Optional.of(Wording.unknownSku(task, line.skuId()));
            }
            if (line.quantity() < 1 || line.quantity() > MOST_PIECES) {
                return Optional.of(Wording.badQuantity(task, line.quantity(), MOST_PIECES));
            }
        }
        List<String> sellers =
                wish.lines().stream()
                        .map(line -> catalogue.good(line.skuId()).orElseThrow().seller().name())
                        .distinct()
                        .toList();
        return sellers.size() > 1
                ? Optional.of(Wording.mixedSellers(task, sellers))
                : Optional.empty();
    }

    @Override
    public Outcome<GoodsOrder> order(OrderGoods wish, Task task) {
        return desk.bookAtOnce(wish.quoteId(), task)
                .map(booked -> ordered(booked, desk.find(wish.quoteId(), task).orElseThrow()));
    }

    private static GoodsOrder ordered(Booked booked, Quote quote) {
        return new GoodsOrder(
                booked.bookingId(),
                booked.quoteId(),
                quote.payee().name(),
                booked.title(),
                booked.total(),
                LocalDate.parse(String.valueOf(quote.details().get("deliverBy"))),
                booked.bookedAt(),
                booked.cancellation());
    }

    @Override
    public Outcome<OrderCancelled> cancel(CancelOrder wish, Task task) {
        return desk.cancel(new CancelBooking(wish.orderId()), task)
                .map(SandboxMarketplace::cancelled);
    }

    private static OrderCancelled cancelled(Cancelled cancelled) {
        return new OrderCancelled(
                cancelled.bookingId(),
                true,
                cancelled.fee(),
                cancelled.refund(),
                cancelled.cancelledAt());
    }
}
