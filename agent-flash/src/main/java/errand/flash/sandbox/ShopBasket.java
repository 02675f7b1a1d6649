package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Basket;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items of one shop that are delivered together. */
record ShopBasket(Neighbourhood neighbourhood, Shop shop, Slip slip) implements Basket {

    static final String TERMS = "下单5分钟内可全额取消；之后已开始备餐，取消收取50%；送达后不可取消";

    private static final Duration FREE = Duration.ofMinutes(5);

    /** What an offer id stands for. */
    static Optional<ShopBasket> of(Neighbourhood neighbourhood, String offerId) {
        return Slip.of(offerId).flatMap(slip -> of(neighbourhood, slip));
    }

    static Optional<ShopBasket> of(Neighbourhood neighbourhood, Slip slip) {
        return neighbourhood
                .shopOf(slip.lines().getFirst().itemId())
                .filter(
                        shop ->
                                slip.lines().stream()
                                        .allMatch(line -> shop.item(line.itemId()).isPresent()))
                .map(shop -> new ShopBasket(neighbourhood, shop, slip));
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
        return items().stream()
                .map(
                        item ->
                                new Part(
                                        item.itemId(),
                                        item.title(),
                                        quantity(item),
                                        neighbourhood.stock(item, day())))
                .toList();
    }

    @Override
    public String title() {
        Item first = items().getFirst();
        String more = items().size() == 1 ? "" : " 等%d样".formatted(items().size());
        return "%s %s ×%d%s".formatted(shop.name(), first.title(), quantity(first), more);
    }

    @Override
    public Instant closesAt() {
        LocalTime closes = shop.kind().closes();
        return closes.equals(shop.kind().opens())
                ? day().plusDays(2).atStartOfDay(World.ZONE).toInstant()
                : day().atTime(closes).atZone(World.ZONE).toInstant();
    }

    @Override
    public Quote quote(String quoteId, int baskets, Shelf shelf, OffsetDateTime validUntil) {
        List<Line> lines = new ArrayList<>(goods(shelf));
        fee(lines, "包装费", Money.cny(shop.kind().packingFen()));
        fee(lines, "配送费", shop.deliveryFee());
        return new Quote(
                quoteId,
                shop.payee(),
                title(),
                lines,
                sum(lines),
                validUntil,
                TERMS,
                Map.of(
                        "shopId", shop.shopId(),
                        "shop", shop.name(),
                        "deliverTo", slip.deliverTo(),
                        "etaMinutes", shop.etaMinutes(),
                        "minimumOrder", shop.minimumOrder()));
    }

    private static void fee(List<Line> lines, String title, Money fee) {
        if (fee.amount() > 0) {
            lines.add(Line.of(title, 1, fee));
        }
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant orderedAt, Instant now) {
        if (!now.isAfter(orderedAt.plus(FREE))) {
            return Optional.of(Money.cny(0));
        }
        return now.isBefore(orderedAt.plus(Duration.ofMinutes(shop.etaMinutes())))
                ? Optional.of(Money.cny(quote.total().amount() / 2))
                : Optional.empty();
    }

    @Override
    public <O> Outcome<O> closed(Task task) {
        return Wording.shopClosed(task, shop);
    }

    @Override
    public <O> Outcome<O> pastCancelling(Task task) {
        return Wording.delivered(task, title());
    }

    /** What counts towards the minimum order. */
    Money goodsTotal(Shelf shelf) {
        return sum(goods(shelf));
    }

    private List<Line> goods(Shelf shelf) {
        return items().stream()
                .map(item -> Line.of(item.title(), quantity(item), price(item, day(), shelf)))
                .toList();
    }

    static Money price(Item item, LocalDate day, Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(item.itemId(), day), item.fen()));
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }

    private List<Item> items() {
        return slip.lines().stream().map(line -> shop.item(line.itemId()).orElseThrow()).toList();
    }

    private int quantity(Item item) {
        return slip.quantityOf(item.itemId());
    }
}
