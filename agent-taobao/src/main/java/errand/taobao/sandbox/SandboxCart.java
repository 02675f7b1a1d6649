package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.World;
import errand.taobao.market.Cart;
import errand.taobao.market.CartQuote;
import errand.taobao.market.CartQuotes;
import errand.taobao.market.CartQuotes.Parcel;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binding prices of the sandbox world. */
final class SandboxCart implements Cart {

    private static final int MOST_PIECES = 999;
    private static final int MOST_WHOLESALE = 99_999;
    private static final int MOST_ITEMS = 50;

    private final Catalogue catalogue;
    private final Pricing pricing;
    private final Desk desk;

    SandboxCart(Catalogue catalogue, Pricing pricing, Desk desk) {
        this.catalogue = catalogue;
        this.pricing = pricing;
        this.desk = desk;
    }

    @Override
    public Outcome<Quoted> quote(GoodsQuote wish, Task task) {
        Optional<Outcome<Quoted>> wrong = wrong(wish.lines(), task);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<String> sellers =
                wish.lines().stream().map(line -> seller(line).name()).distinct().toList();
        return sellers.size() > 1
                ? Wording.mixedSellers(task, sellers)
                : quoted(wish.lines(), wish.deliverTo(), task);
    }

    /** Priced for this person at this moment, with the one coupon that counts. */
    Outcome<Quoted> quoted(List<GoodsLine> lines, @Nullable String deliverTo, Task task) {
        return desk.quote(basket(lines, deliverTo, task).offerId(), 1, task);
    }

    private SellersBasket basket(List<GoodsLine> lines, @Nullable String deliverTo, Task task) {
        Slip slip =
                new Slip(
                        World.today(task.now()),
                        lines.stream()
                                .map(line -> new Slip.Wanted(line.skuId(), line.quantity()))
                                .toList(),
                        Objects.requireNonNullElse(deliverTo, "").strip());
        SellersBasket basket = SellersBasket.of(catalogue, slip, pricing.perks(task));
        Shelf shelf = pricing.look(basket.goods(), task);
        Perks counting = basket.perks().withOnly(basket.bill(shelf).claimed());
        return SellersBasket.of(catalogue, slip, counting);
    }

    @Override
    public Outcome<CartQuotes> quoteAll(CartQuote wish, Task task) {
        Optional<Outcome<CartQuotes>> wrong = wrong(wish.items(), task);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (wish.items().size() > MOST_ITEMS) {
            return Wording.tooMany(task, wish.items().size(), MOST_ITEMS);
        }
        Map<Seller, List<GoodsLine>> bySeller = new LinkedHashMap<>();
        for (GoodsLine line : wish.items()) {
            bySeller.computeIfAbsent(seller(line), fresh -> new ArrayList<>()).add(line);
        }
        Outcome<List<Quote>> quotes = Outcome.done(List.of());
        for (List<GoodsLine> lines : bySeller.values()) {
            quotes =
                    quotes.then(
                            before ->
                                    quoted(lines, wish.deliverTo(), task)
                                            .map(next -> with(before, next.quote())));
        }
        return quotes.map(all -> quotes(all, List.copyOf(bySeller.keySet()), bySeller, task));
    }

    private static List<Quote> with(List<Quote> before, Quote next) {
        List<Quote> all = new ArrayList<>(before);
        all.add(next);
        return all;
    }

    private CartQuotes quotes(
            List<Quote> quotes,
            List<Seller> sellers,
            Map<Seller, List<GoodsLine>> bySeller,
            Task task) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < quotes.size(); i++) {
            List<GoodsLine> items = bySeller.getOrDefault(sellers.get(i), List.of());
            parcels.add(parcel(quotes.get(i), sellers.get(i), items));
        }
        Money total = quotes.stream().map(Quote::total).reduce(Money.cny(0), Money::plus);
        return new CartQuotes(quotes, parcels, total, note(quotes, total, task));
    }

    private static Parcel parcel(Quote quote, Seller seller, List<GoodsLine> items) {
        int kinds = new Slip(LocalDate.EPOCH, wanted(items), "").lines().size();
        Money goods = sum(quote.lines().subList(0, kinds));
        List<Quote.Line> rest = quote.lines().subList(kinds, quote.lines().size());
        Money shipping = sum(rest.stream().filter(line -> line.amount().amount() > 0).toList());
        Money discounts = sum(rest.stream().filter(line -> line.amount().amount() <= 0).toList());
        return new Parcel(
                quote.quoteId(),
                seller.name(),
                items,
                goods,
                discounts,
                shipping,
                quote.total(),
                LocalDate.parse(String.valueOf(quote.details().get("deliverBy"))));
    }

    private static List<Slip.Wanted> wanted(List<GoodsLine> items) {
        return items.stream().map(line -> new Slip.Wanted(line.skuId(), line.quantity())).toList();
    }

    private static Money sum(List<Quote.Line> lines) {
        return lines.stream().map(Quote.Line::amount).reduce(Money.cny(0), Money::plus);
    }

    private static String note(List<Quote> quotes, Money total, Task task) {
        int many = quotes.size();
        return many == 1
                ? Refusals.in(
                        task,
                        "一家店铺，一个包裹，共%s元。".formatted(Refusals.yuan(total)),
                        "One shop, one parcel, %s yuan in all.".formatted(Refusals.yuan(total)))
                : Refusals.in(
                        task,
                        "共%d家店铺，分别付款、分%d个包裹发货，合计%s元；每份报价都需要确认和下单。"
                                .formatted(many, many, Refusals.yuan(total)),
                        "%d shops are paid separately and send %d parcels, %s yuan in all; each quote is agreed to and ordered by itself."
                                .formatted(many, many, Refusals.yuan(total)));
    }

    private Seller seller(GoodsLine line) {
        return catalogue.good(line.skuId()).orElseThrow().seller();
    }

    private <O> Optional<Outcome<O>> wrong(List<GoodsLine> lines, Task task) {
        if (lines.isEmpty()) {
            return Optional.of(Wording.noLines(task));
        }
        Map<String, Integer> together = new LinkedHashMap<>();
        for (GoodsLine line : lines) {
            Good good = catalogue.good(line.skuId()).orElse(null);
            if (good == null) {
                return Optional.of(Wording.unknownSku(task, line.skuId()));
            }
            int most = good.wholesale() ? MOST_WHOLESALE : MOST_PIECES;
            if (line.quantity() < 1 || line.quantity() > most) {
                return Optional.of(Refusals.badQuantity(task, line.quantity(), most));
            }
            together.merge(line.skuId(), line.quantity(), Integer::sum);
        }
        return together.entrySet().stream()
                .map(
                        each ->
                                Map.entry(
                                        catalogue.good(each.getKey()).orElseThrow(),
                                        each.getValue()))
                .filter(each -> each.getValue() < each.getKey().minimum())
                .findFirst()
                .map(each -> Wording.belowMinimum(task, each.getKey(), each.getValue()));
    }
}
