package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.agent.Task;
import errand.amap.dining.DiningFees;
import errand.amap.dining.DiningOffer;
import errand.amap.sandbox.Seating.Size;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of one size in one restaurant at one sitting; what runs out are its tables. The price is
 * the deposit for one person.
 */
record TableForParty(
        Seating seating, Restaurant restaurant, LocalDate day, LocalTime time, Size size)
        implements Ware {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final Unit TABLES = new Unit("桌", " tables");
    private static final Duration GIVEN_OUT = Duration.ofMinutes(30);

    @Override
    public String offerId() {
        return itemId() + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** {@code D-HGH01-1830-4}. */
    @Override
    public String itemId() {
        return "D-%s-%s-%d"
                .formatted(restaurant.item().substring(2), HOUR.format(time), size.seats());
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    @Override
    public String title() {
        return "%s %s %s %d人桌".formatted(restaurant.name(), DAY.format(day), time, size.seats());
    }

    Instant seatedAt() {
        return day.atTime(time).atZone(World.ZONE).toInstant();
    }

    @Override
    public Instant closesAt() {
        return seatedAt().minus(GIVEN_OUT);
    }

    @Override
    public int usualStock(LocalDate date) {
        return seating.tables(restaurant, date, time, size);
    }

    /** However many eat, it is one table. */
    @Override
    public int takes(int people) {
        return 1;
    }

    @Override
    public Unit unit() {
        return TABLES;
    }

    @Override
    public <O> Optional<Outcome<O>> missing(int people, Shelf shelf, Task task) {
        return people > size.seats()
                ? Optional.of(Wording.tooManyPeople(task, people, size.seats(), "dining.search"))
                : Ware.super.missing(people, shelf, task);
    }

    @Override
    public Quote quote(String quoteId, int people, Shelf shelf, OffsetDateTime validUntil) {
        Money deposit = deposit(shelf);
        boolean free = deposit.amount() == 0;
        Line line = Line.of(free ? "免订金（每人）" : "订金（每人，抵扣餐费）", people, deposit);
        return new Quote(
                quoteId,
                new Payee("amap:dining:" + restaurant.sight().id(), restaurant.name()),
                "%s %s %s 订位 %d人".formatted(restaurant.name(), DAY.format(day), time, people),
                List.of(line),
                line.amount(),
                validUntil,
                free ? DiningFees.FREE : DiningFees.WITH_DEPOSIT,
                Map.of(
                        "offerId", offerId(),
                        "restaurant", restaurant.name(),
                        "placeId", restaurant.sight().id(),
                        "address", restaurant.sight().address(),
                        "city", restaurant.sight().city().zh(),
                        "date", day.toString(),
                        "time", time.toString(),
                        "people", people,
                        "seats", size.seats(),
                        "perPerson", Money.cny(restaurant.fen())));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        return now.isBefore(seatedAt())
                ? Optional.of(DiningFees.of(quote.total(), seatedAt(), now))
                : Optional.empty();
    }

    DiningOffer offer(Shelf shelf, int people, @Nullable Double km) {
        return new DiningOffer(
                offerId(),
                restaurant.sight().id(),
                restaurant.name(),
                restaurant.sight().address(),
                restaurant.cuisine(),
                restaurant.sight().tenths() / 10.0,
                Money.cny(restaurant.fen()),
                World.at(seatedAt()),
                size.seats(),
                left(shelf),
                deposit(shelf).times(people),
                km,
                Images.of(restaurant.sight().category()));
    }

    private Money deposit(Shelf shelf) {
        long usual = Seating.deposit(restaurant, day, time);
        return Money.cny(shelf.fen(new Slot(itemId(), day), usual));
    }
}
