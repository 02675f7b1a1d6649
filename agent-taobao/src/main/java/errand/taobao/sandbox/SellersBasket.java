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
import errand.taobao.market.GoodsLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Goods of one seller that are ordered together, as one person gets them. */
record SellersBasket(Catalogue catalogue, Slip slip, List<Good> goods, Perks perks)
        implements Basket {

    static final String TERMS = "发货前（下单次日9:00前）可全额取消；发货后可退货，退货运费10元；送达7天后不可退";
    static final String ENGLISH_TERMS =
            "free until it is sent (9:00 the day after the order); after that it can be returned for 10 yuan of shipping, until 7 days after delivery";
    static final Money RETURNING = Money.cny(1_000);

    private static final int DAYS_TO_RETURN = 7;

    /** What an offer id stands for. */
    static Optional<SellersBasket> of(Catalogue catalogue, String offerId) {
        return Perks.split(offerId, catalogue.coupons())
                .flatMap(
                        split ->
                                Slip.of(split.slip())
                                        .filter(slip -> known(catalogue, slip))
                                        .map(slip -> of(catalogue, slip, split.perks())));
    }

    private static boolean known(Catalogue catalogue, Slip slip) {
        return slip.lines().stream().allMatch(line -> catalogue.good(line.itemId()).isPresent());
    }

    /** All of what is on the slip must exist. Nothing is cheaper for anyone in quantity. */
    static SellersBasket of(Catalogue catalogue, Slip slip, Perks perks) {
        List<Good> goods =
                slip.lines().stream()
                        .map(line -> catalogue.good(line.itemId()).orElseThrow())
                        .toList();
        boolean factory = goods.getFirst().seller().factory();
        return new SellersBasket(catalogue, slip, goods, factory ? Perks.NONE : perks);
    }

    @Override
    public LocalDate day() {
        return slip.day();
    }

    @Override
    public String offerId() {
        return perks.before(slip.offerId());
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
                details(bill));
    }

    private Map<String, Object> details(Bill bill) {
        Map<String, Object> details = new HashMap<>();
        details.put("seller", seller().name());
        details.put("deliverBy", arrives().toString());
        details.put("deliverTo", slip.deliverTo());
        details.put("skuIds", goods.stream().map(Good::skuId).toList());
        details.put("image", goods.getFirst().image());
        bill.claimed().ifPresent(coupon -> details.put("couponId", coupon.couponId()));
        bill.deposit().ifPresent(deposit -> details.put("deposit", deposit));
        return details;
    }

    /** Free until it is sent, the next morning; then it must be sent back. */
    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant orderedAt, Instant now) {
        if (now.isBefore(Shipment.sentAt(orderedAt))) {
            return Optional.of(Money.cny(0));
        }
        return World.today(now).isAfter(returnUntil())
                ? Optional.empty()
                : Optional.of(atMost(quote));
    }

    @Override
    public <O> Outcome<O> pastCancelling(Task task) {
        return Refusals.refused(
                task,
                "TOO_LATE",
                "%s已送达超过%d天（退货截止%s），不能再退。".formatted(title(), DAYS_TO_RETURN, returnUntil()),
                "%s arrived more than %d days ago (returns ended on %s); it cannot be returned any more."
                        .formatted(title(), DAYS_TO_RETURN, returnUntil()));
    }

    Bill bill(Shelf shelf) {
        long deposit =
                goods.stream()
                        .mapToLong(
                                good ->
                                        Objects.requireNonNullElse(good.depositFen(), 0L)
                                                * quantity(good))
                        .sum();
        return new Bill(
                seller(),
                goods.stream()
                        .map(good -> Line.of(good.title(), quantity(good), price(good, shelf)))
                        .toList(),
                perks,
                deposit);
    }

    Money price(Good good, Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(good.skuId(), day()), good.fenFor(quantity(good))));
    }

    LocalDate arrives() {
        return goods.stream()
                .map(good -> good.arrives(day()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Last day for a return. */
    LocalDate returnUntil() {
        return arrives().plusDays(DAYS_TO_RETURN);
    }

    List<GoodsLine> items() {
        return goods.stream().map(good -> new GoodsLine(good.skuId(), quantity(good))).toList();
    }

    Good first() {
        return goods.getFirst();
    }

    Seller seller() {
        return goods.getFirst().seller();
    }

    int quantity(Good good) {
        return slip.quantityOf(good.skuId());
    }

    private static Money atMost(Quote quote) {
        return RETURNING.amount() < quote.total().amount() ? RETURNING : quote.total();
    }
}
