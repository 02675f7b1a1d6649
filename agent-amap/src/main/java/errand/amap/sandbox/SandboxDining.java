package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.Quoted;
import errand.amap.dining.Dining;
import errand.amap.dining.DiningOffer;
import errand.amap.dining.DiningOffers;
import errand.amap.dining.DiningSearch;
import errand.amap.dining.QuoteTable;
import errand.amap.dining.ReserveTable;
import errand.amap.maps.Category;
import errand.amap.maps.Location;
import errand.amap.maps.OwnPlaces;
import errand.amap.sandbox.Seating.Size;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.SoldAtDesk;
import errand.runtime.sandbox.Stockroom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ordinary tables in the sandbox world. */
final class SandboxDining extends SoldAtDesk implements Dining {

    private static final int MOST = 10;
    private static final LocalTime USUAL = LocalTime.of(18, 30);

    /** A sitting farther from the wished time is not what was asked for. */
    private static final Duration FAR_OFF = Duration.ofMinutes(95);

    private static final Pattern OFFER =
            Pattern.compile("D-(.+)-(\\d{2})(\\d{2})-([248])(?:-(\\d{8}))?");

    private final Cities cities;
    private final Whereabouts whereabouts;
    private final Restaurants restaurants;
    private final Seating seating;
    private final Stockroom room;

    SandboxDining(
            Cities cities,
            Whereabouts whereabouts,
            Restaurants restaurants,
            Seating seating,
            Stockroom room) {
        super(room.desk("DINING", id -> table(restaurants, seating, id).map(table -> table)));
        this.cities = cities;
        this.whereabouts = whereabouts;
        this.restaurants = restaurants;
        this.seating = seating;
        this.room = room;
    }

    /** What an offer id stands for. */
    static Optional<TableForParty> table(Restaurants restaurants, Seating seating, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        return parts.matches() && parts.group(5) != null
                ? table(restaurants, seating, parts, parts.group(5))
                : Optional.empty();
    }

    /** Whether an id, such as D-HGH01-1830-4, is a sitting of every day. */
    static boolean isItem(Restaurants restaurants, Seating seating, String id) {
        Matcher parts = OFFER.matcher(id);
        return parts.matches()
                && parts.group(5) == null
                && table(restaurants, seating, parts, "20270101").isPresent();
    }

    private static Optional<TableForParty> table(
            Restaurants restaurants, Seating seating, Matcher parts, String date) {
        try {
            LocalDate day = LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE);
            LocalTime time = LocalTime.parse(parts.group(2) + ":" + parts.group(3));
            Size size = Size.of(Integer.parseInt(parts.group(4)));
            return Seating.SITTINGS.contains(time)
                    ? restaurants
                            .find("M-" + parts.group(1))
                            .map(house -> new TableForParty(seating, house, day, time, size))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome<DiningOffers> search(DiningSearch wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        if (wish.people() < 1) {
            return Refusals.notPositive(task, wish.people());
        }
        if (wish.people() > MOST_PEOPLE) {
            return Wording.tooManyPeople(task, wish.people(), MOST_PEOPLE, "meal.search");
        }
        Optional<Outcome<DiningOffers>> wrong = Refusals.wrongDay(task, wish.date());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String near = wish.near();
        if (near == null || near.isBlank()) {
            return Outcome.done(offers(wish, city, null, task));
        }
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .spot(whereabouts.find(near, city, own), task)
                .map(spot -> offers(wish, city, spot.at(), task));
    }

    private DiningOffers offers(DiningSearch wish, City city, @Nullable Location near, Task task) {
        List<Restaurant> houses = fitting(wish, city);
        List<TableForParty> tables =
                houses.stream()
                        .flatMap(house -> tables(house, wish))
                        .filter(table -> task.now().isBefore(table.closesAt()))
                        .toList();
        List<String> items = tables.stream().map(TableForParty::itemId).toList();
        Shelf shelf = room.shelves().look(items, List.of(wish.date()), task.now());
        Comparator<TableForParty> best =
                Comparator.comparing((TableForParty table) -> off(table, wish))
                        .thenComparing(table -> -worth(table.restaurant().sight(), near))
                        .thenComparing(TableForParty::itemId);
        return new DiningOffers(
                houses.stream()
                        .flatMap(house -> nearest(house, tables, shelf, best).stream())
                        .sorted(best)
                        .limit(MOST)
                        .map(table -> offer(table, shelf, wish.people(), near))
                        .toList());
    }

    private List<Restaurant> fitting(DiningSearch wish, City city) {
        Money most = wish.budgetPerPerson();
        String text = wish.text() == null ? "" : Topics.wanted(Plain.of(wish.text()), city);
        return restaurants.in(city).stream()
                .filter(
                        house ->
                                most == null
                                        || (most.currency().equals("CNY")
                                                && house.fen() <= most.amount()))
                .filter(house -> text.isEmpty() || says(house, text))
                .toList();
    }

    /** 餐厅 says no more than that one wants to eat. */
    private static boolean says(Restaurant house, String text) {
        boolean anyFood = Category.RESTAURANT.words().contains(text);
        return anyFood
                || text.contains(house.cuisine())
                || house.cuisine().contains(text)
                || Plain.of(house.name()).contains(text);
    }

    private Stream<TableForParty> tables(Restaurant house, DiningSearch wish) {
        Size size = Size.of(wish.people());
        return Seating.SITTINGS.stream()
                .map(time -> new TableForParty(seating, house, wish.date(), time, size))
                .filter(table -> off(table, wish).compareTo(FAR_OFF) <= 0);
    }

    private static Duration off(TableForParty table, DiningSearch wish) {
        LocalTime wished = wish.time() == null ? USUAL : wish.time();
        return Duration.between(wished, table.time()).abs();
    }

    private static double worth(Sight sight, @Nullable Location near) {
        return near == null ? sight.stars() : -sight.at().kilometresTo(near);
    }

    private static Optional<TableForParty> nearest(
            Restaurant house,
            List<TableForParty> tables,
            Shelf shelf,
            Comparator<TableForParty> best) {
        return tables.stream()
                .filter(table -> table.restaurant().equals(house))
                .filter(table -> table.left(shelf) > 0)
                .min(best);
    }

    private static DiningOffer offer(
            TableForParty table, Shelf shelf, int people, @Nullable Location near) {
        Location at = table.restaurant().sight().at();
        Double km = near == null ? null : Math.round(at.kilometresTo(near) * 10) / 10.0;
        return table.offer(shelf, people, km);
    }

    @Override
    public Outcome<Quoted> quote(QuoteTable wish, Task task) {
        return desk().quote(wish.offerId(), wish.people(), task);
    }

    @Override
    public Outcome<Booked> reserve(ReserveTable wish, Task task) {
        String hold = wish.holdId();
        return hold == null
                ? desk().bookAtOnce(wish.quoteId(), task)
                : desk().book(new BookHold(wish.quoteId(), hold), task);
    }
}
