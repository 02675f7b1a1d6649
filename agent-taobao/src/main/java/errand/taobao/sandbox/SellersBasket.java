package errand.taobao.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.runtime.sandbox.Basket;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goods of one seller that are ordered together. */
record SellersBasket(Catalogue catalogue, Slip slip, List<Good> goods) implements Basket {

    static final String TERMS = "发货前（下单次日9:00前）可全额取消；发货后可退货，退货运费10元；送达7天后不可退";

    private static final LocalTime SENT = LocalTime.of(9, 0);
    private static final Money RETURNING = Money.cny(1_000);
    private static final int DAYS_TO_RETURN = 7;

    /** What an offer id stands for. */
    static Optional<SellersBasket> of(Catalogue catalogue, String offerId) {
        return Slip.of(offerId)
                .filter(
                        slip ->
                                slip.lines().stream()
                                        .allMatch(
                                                line -> catalogue.good(line.itemId()).isPresent()))
                .map(slip -> of(catalogue, slip));
    }

    /** All of what is on the slip must exist. */
    static SellersBasket of(Catalogue catalogue, Slip slip) {
        return new SellersBasket(
                catalogue,
                slip,
                slip.lines().stream()
                        .map(line -> catalogue.good(line.itemId()).orElseThrow())
                        .toList());
    }

    @Override
    public LocalDate day() {
        return slip.day();
    }

    @Override
    public String offerId() {
        return slip.offerId();
    }

    @Override
    public List<Part> parts() {
        return goods.stream()
                .map(
                        good ->
                                new Part(
                                        good.skuId(),
                                        good.title(),
                                        quantity(good),
                                        catalogue.stock(good, day())))
                .toList();
    }

    @Override
    public String title() {
        Good first = goods.getFirst();
        int more = goods.size() - 1;
        String kinds = more == 0 ? "" : " 等%d种".formatted(goods.size());
        return "%s ×%d%s".formatted(first.title(), quantity(first), kinds);
    }

    /** Orders are taken day and night; a quote just before midnight lasts as long as any other. */
    @Override
    public Instant closesAt() {
        return day().plusDays(2).atStartOfDay(World.ZONE).toInstant();
    }

    @Override
    public Quote quote(String quoteId, int baskets, Shelf shelf, OffsetDateTime validUntil) {
        Bill bill = bill(shelf);
        return new Quote(
                quoteId,
                seller().payee(),
                title(),
                bill.lines(),
                bill.total(),
                validUntil,
                TERMS,
                Map.of(
                        "seller", seller().name(),
                        "deliverBy", arrives().toString(),
                        "deliverTo", slip.deliverTo(),
                        "skuIds", goods.stream().map(Good::skuId).toList()));
    }

    /** Free until it is sent, the next morning; then it must be sent back. */
    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant orderedAt, Instant now) {
        LocalDate ordered = World.today(orderedAt);
        Instant sent = ordered.plusDays(1).atTime(SENT).atZone(World.ZONE).toInstant();
        if (now.isBefore(sent)) {
            return Optional.of(Money.cny(0));
        }
        LocalDate last = arrives().plusDays(DAYS_TO_RETURN);
        return World.today(now).isAfter(last) ? Optional.empty() : Optional.of(atMost(quote));
    }

    @Override
    public <O> Outcome<O> pastCancelling(Task task) {
        LocalDate last = arrives().plusDays(DAYS_TO_RETURN);
        return Outcome.refused(
                "TOO_LATE",
                Refusals.in(
                        task,
                        "%s已送达超过%d天（退货截止%s），不能再退。".formatted(title(), DAYS_TO_RETURN, last),
                        "%s arrived more than %d days ago (returns ended on %s); it cannot be returned any more."
                                .formatted(title(), DAYS_TO_RETURN, last)));
    }

    Bill bill(Shelf shelf) {
        return new Bill(
                seller(),
                goods.stream()
                        .map(good -> Line.of(good.title(), quantity(good), price(good, shelf)))
                        .toList());
    }

    Money price(Good good, Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(good.skuId(), day()), good.fen()));
    }

    LocalDate arrives() {
        return goods.stream()
                .map(good -> good.arrives(day()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Money atMost(Quote quote) {
        return RETURNING.amount() < quote.total().amount() ? RETURNING : quote.total();
    }

    private Seller seller() {
        return goods.getFirst().seller();
    }

    private int quantity(Good good) {
        return slip.quantityOf(good.skuId());
    }
}
