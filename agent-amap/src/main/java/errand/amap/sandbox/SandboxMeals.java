package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.amap.meals.MealOffer;
import errand.amap.meals.MealOffers;
import errand.amap.meals.MealSearch;
import errand.amap.meals.Meals;
import errand.amap.meals.QuoteMeal;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.SoldAtDesk;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Meals for groups in the sandbox world. */
final class SandboxMeals extends SoldAtDesk implements Meals {

    private static final Pattern OFFER = Pattern.compile("(M-.+)-(\\d{8})");

    private final Cities cities;
    private final Restaurants restaurants;
    private final Stockroom room;

    SandboxMeals(Cities cities, Restaurants restaurants, Stockroom room) {
        super(room.desk("MEAL", id -> ware(restaurants, id)));
        this.cities = cities;
        this.restaurants = restaurants;
        this.room = room;
    }

    /** What an offer id of a meal stands for. */
    static Optional<Ware> ware(Restaurants restaurants, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            return restaurants
                    .find(parts.group(1))
                    .map(restaurant -> new TableForGroup(restaurants, restaurant, day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome<MealOffers> search(MealSearch wish, Task task) {
        City city = cities.find(wish.city()).orElse(null);
        if (city == null) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        if (wish.people() < 1) {
            return Refusals.notPositive(task, wish.people());
        }
        Optional<Outcome<MealOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(() -> offers(wish, city, task));
    }

    private Outcome<MealOffers> offers(MealSearch wish, City city, Task task) {
        List<TableForGroup> open =
                restaurants.in(city).stream()
                        .map(house -> new TableForGroup(restaurants, house, wish.date()))
                        .filter(table -> task.now().isBefore(table.closesAt()))
                        .toList();
        List<String> items = open.stream().map(TableForGroup::itemId).toList();
        Shelf shelf = room.shelves().look(items, List.of(wish.date()), task.now());
        List<MealOffer> offers =
                open.stream()
                        .filter(table -> table.left(shelf) >= table.takes(wish.people()))
                        .map(table -> table.offer(shelf, wish.people()))
                        .filter(offer -> affordable(wish.budgetPerPerson(), offer.perPerson()))
                        .sorted(
                                Comparator.comparingLong(
                                                (MealOffer offer) -> offer.perPerson().amount())
                                        .thenComparing(offer -> -offer.rating()))
                        .toList();
        return Outcome.done(new MealOffers(offers));
    }

    private static boolean affordable(@Nullable Money most, Money price) {
        return most == null
                || (most.currency().equals(price.currency()) && price.amount() <= most.amount());
    }

    @Override
    public Outcome<Quoted> quote(QuoteMeal wish, Task task) {
        return desk().quote(wish.offerId(), wish.people(), task);
    }
}
