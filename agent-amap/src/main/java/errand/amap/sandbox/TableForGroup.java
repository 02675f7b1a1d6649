package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.amap.meals.MealFees;
import errand.amap.meals.MealOffer;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Set meals in one restaurant on the evening of a day; what runs out are its tables of twelve. */
record TableForGroup(Restaurants restaurants, Restaurant restaurant, LocalDate day)
        implements Ware {

    private static final int SEATS = 12;
    private static final Unit TABLES = new Unit("桌", " tables");
    private static final LocalTime DINNER = LocalTime.of(18, 0);
    private static final LocalTime GIVEN_OUT = LocalTime.of(17, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    @Override
    public String offerId() {
        return itemId() + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public String itemId() {
        return restaurant.item();
    }

    @Override
    public List<LocalDate> days() {
        return List.of(day);
    }

    @Override
    public String title() {
        return "%s 团餐 %s %s".formatted(restaurant.name(), DAY.format(day), DINNER);
    }

    @Override
    public Instant closesAt() {
        return day.atTime(GIVEN_OUT).atZone(World.ZONE).toInstant();
    }

    @Override
    public int usualStock(LocalDate date) {
        return restaurants.tables(restaurant, date);
    }

    @Override
    public int takes(int people) {
        return Math.ceilDiv(people, SEATS);
    }

    @Override
    public Unit unit() {
        return TABLES;
    }

    @Override
    public Quote quote(String quoteId, int people, Shelf shelf, OffsetDateTime validUntil) {
        Line meals = Line.of("团餐（每人）", people, price(shelf));
        return new Quote(
                quoteId,
                new Payee("amap:meal:" + restaurant.sight().id(), restaurant.name()),
                "%s %d人".formatted(title(), people),
                List.of(meals),
                meals.amount(),
                validUntil,
                MealFees.TERMS,
                Map.of(
                        "offerId", offerId(),
                        "restaurant", restaurant.name(),
                        "address", restaurant.sight().address(),
                        "city", restaurant.sight().city().zh(),
                        "date", day.toString(),
                        "time", DINNER.toString(),
                        "people", people,
                        "tables", takes(people),
                        "cuisine", restaurant.cuisine()));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        return now.isBefore(day.atTime(DINNER).atZone(World.ZONE).toInstant())
                ? Optional.of(MealFees.of(quote.total(), day, World.ZONE, now))
                : Optional.empty();
    }

    MealOffer offer(Shelf shelf, int people) {
        Money perPerson = price(shelf);
        return new MealOffer(
                offerId(),
                restaurant.name(),
                restaurant.sight().address(),
                perPerson,
                perPerson.times(people),
                restaurant.cuisine(),
                restaurant.sight().tenths() / 10.0,
                left(shelf),
                restaurant.sight().id(),
                World.at(day.atTime(DINNER).atZone(World.ZONE).toInstant()),
                Images.of(restaurant.sight().category()));
    }

    private Money price(Shelf shelf) {
        return Money.cny(shelf.fen(new Slot(itemId(), day), restaurants.fen(restaurant, day)));
    }
}
