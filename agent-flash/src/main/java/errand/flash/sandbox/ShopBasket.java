package errand.flash.sandbox;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.flash.sandbox.Courier.Course;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items of one shop that are delivered together. */
record ShopBasket(
        Neighbourhood neighbourhood, Shop shop, List<Chosen> lines, Slip slip, Delivery delivery)
        implements Basket {

    static final String TERMS = "下单5分钟内可全额取消；之后已开始备餐，取消收取50%；送达后不可取消";
    static final String TERMS_LATER = "开始备餐前（送达前%d分钟）可全额取消；之后取消收取50%%；送达后不可取消";

    /** What an offer id stands for. */
    static Optional<ShopBasket> of(Neighbourhood neighbourhood, Extras extras, String offerId) {
        return Slip.of(offerId).flatMap(slip -> of(neighbourhood, extras, slip));
    }

    static Optional<ShopBasket> of(Neighbourhood neighbourhood, Extras extras, Slip slip) {
        String first = slip.lines().getFirst().itemId().split("\\+")[0];
        return neighbourhood
                .shopOf(first)
                .flatMap(
                        shop -> {
                            List<Chosen> lines =
                                    slip.lines().stream()
                                            .flatMap(line -> Chosen.of(line, shop, extras).stream())
                                            .toList();
                            return lines.size() == slip.lines().size()
                                    ? Optional.of(of(neighbourhood, shop, lines, slip))
                                    : Optional.empty();
                        });
    }

    private static ShopBasket of(
            Neighbourhood neighbourhood, Shop shop, List<Chosen> lines, Slip slip) {
        return new ShopBasket(neighbourhood, shop, lines, slip, Delivery.of(slip.deliverTo()));
    }

    /** Of a shop that is known to sell all of it. */
    static ShopBasket of(
            Neighbourhood neighbourhood,
            Shop shop,
            List<Chosen> lines,
            LocalDate day,
            Delivery delivery) {
        Slip slip = new Slip(day, lines.stream().map(Chosen::wanted).toList(), delivery.written());
        List<Chosen> together = lines.stream().map(line -> line(line, slip)).distinct().toList();
        return new ShopBasket(neighbourhood, shop, together, slip, delivery);
    }

    private static Chosen line(Chosen line, Slip slip) {
        return new Chosen(line.item(), line.choices(), slip.quantityOf(line.lineId()));
    }

    @Override
    public LocalDate day() {
        return slip.day();
    }

    @Override
    public String offerId() {
        return slip.offerId();
    }

    /** Hot or iced, it is taken from the same stock. */
    @Override
    public List<Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Chosen line : lines) {
            Item item = line.item();
            Part part =
                    new Part(
                            item.itemId(),
                            item.title(),
                            line.quantity(),
                            neighbourhood.stock(item, day()));
            parts.merge(item.itemId(), part, ShopBasket::together);
        }
        return List.copyOf(parts.values());
    }

    private static Part together(Part one, Part more) {
        return new Part(
                one.itemId(), one.title(), one.quantity() + more.quantity(), one.usualStock());
    }

    @Override
    public String title() {
        Chosen first = lines.getFirst();
        String more = lines.size() == 1 ? "" : " 等%d样".formatted(lines.size());
        return "%s %s ×%d%s".formatted(shop.name(), first.title(), first.quantity(), more);
    }

    /** Later than that nobody would prepare it in time. */
    @Override
    public Instant closesAt() {
        Instant wanted = delivery.at();
        if (wanted != null) {
            return wanted.minus(eta());
        }
        LocalTime opens = shop.kind().opens();
        LocalTime closes = shop.kind().closes();
        if (closes.equals(opens)) {
            return day().plusDays(2).atStartOfDay(World.ZONE).toInstant();
        }
        LocalDate last = closes.isBefore(opens) ? day().plusDays(1) : day();
        return last.atTime(closes).atZone(World.ZONE).toInstant();
    }

    @Override
    public Quote quote(String quoteId, int baskets, Shelf shelf, OffsetDateTime validUntil) {
        List<Line> all = new ArrayList<>(goods(shelf));
        fee(all, "包装费", shop.packingFee());
        fee(all, "配送费", shop.deliveryFee());
        return new Quote(
                quoteId,
                shop.payee(),
                title(),
                all,
                sum(all),
                validUntil,
                delivery.at() == null ? TERMS : TERMS_LATER.formatted(shop.etaMinutes()),
                details());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("shopId", shop.shopId());
        details.put("shop", shop.name());
        details.put("deliverTo", delivery.to());
        details.put("etaMinutes", shop.etaMinutes());
        details.put("minimumOrder", shop.minimumOrder());
        details.put("image", shop.kind().image());
        Instant wanted = delivery.at();
        if (wanted != null) {
            details.put("deliverAt", ISO_OFFSET_DATE_TIME.format(World.at(wanted)));
        }
        return details;
    }

    private static void fee(List<Line> lines, String title, Money fee) {
        if (fee.amount() > 0) {
            lines.add(Line.of(title, 1, fee));
        }
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant orderedAt, Instant now) {
        Course course = course(orderedAt);
        return switch (course.stateAt(now)) {
            case PLACED -> Optional.of(Money.cny(0));
            case DELIVERED, CANCELLED -> Optional.empty();
            case ACCEPTED, PREPARING, RIDER -> Optional.of(half(quote));
        };
    }

    private static Money half(Quote quote) {
        return Money.cny(quote.total().amount() / 2);
    }

    /** What happens to it if it is ordered then. */
    Course course(Instant orderedAt) {
        @Nullable Instant wanted = delivery.at();
        return Courier.course(neighbourhood.seed(), shop, orderedAt, wanted);
    }

    @Override
    public <O> Outcome<O> closed(Task task) {
        return delivery.at() == null
                ? Wording.shopClosed(task, shop)
                : Wording.tooSoon(task, shop, task.now().plus(eta()));
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
        return lines.stream().map(line -> line.line(day(), shelf)).toList();
    }

    static Money price(Item item, LocalDate day, Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(item.itemId(), day), item.fen()));
    }

    private Duration eta() {
        return Duration.ofMinutes(shop.etaMinutes());
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }
}
