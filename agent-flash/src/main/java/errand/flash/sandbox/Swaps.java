package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.SubstituteWish;
import errand.flash.delivery.Substitutes;
import errand.flash.delivery.Substitutes.Substitute;
import errand.flash.sandbox.Choosing.Fit;
import errand.flash.sandbox.Ingredients.Ingredient;
import errand.flash.sandbox.Shop.Item;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Said.Term;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What could stand in for an item that cannot be had. */
final class Swaps {

    private static final int MOST = 8;

    /** Of the same shop, so that the same thing of another one is seen as well. */
    private static final int MOST_HERE = 5;

    private static final int MOST_INSTEAD = 3;

    /** Why something could stand in, the strongest reason last. */
    private enum Reason {
        SAME_SECTION,
        COOKS_FOR_IT,
        SHARED_NAME,
        SAME_DISH
    }

    private final Nearby nearby;
    private final Ingredients ingredients;
    private final Shelves shelves;

    Swaps(Nearby nearby, Ingredients ingredients, Shelves shelves) {
        this.nearby = nearby;
        this.ingredients = ingredients;
        this.shelves = shelves;
    }

    private record Candidate(Shop shop, Item item, Reason reason, int left, Money price) {}

    Outcome<Substitutes> substitutes(SubstituteWish wish, Task task) {
        int quantity = wish.quantity() == null ? 1 : wish.quantity();
        if (quantity < 1 || quantity > OrderCheck.MOST_PIECES) {
            return Refusals.badQuantity(task, quantity, OrderCheck.MOST_PIECES);
        }
        Shop shop = nearby.world().shopOf(wish.itemId()).orElse(null);
        Item item = shop == null ? null : shop.item(wish.itemId()).orElse(null);
        if (shop == null || item == null) {
            return Wording.itemUnknown(task, wish.itemId());
        }
        Instant when = SandboxShops.when(wish.at(), task);
        LocalDate day = World.today(when);
        Shelf shelf = shelves.look(List.of(item.itemId()), List.of(day), task.now());
        Money price = ShopBasket.price(item, day, shelf);
        int left = shelf.left(new Slot(item.itemId(), day), nearby.world().stock(item, day));
        List<Candidate> candidates = candidates(shop, item, quantity, when, task);
        return Outcome.done(
                new Substitutes(
                        item.itemId(),
                        item.title(),
                        price,
                        left,
                        candidates.stream()
                                .map(one -> substitute(one, shop, price, quantity, task))
                                .toList(),
                        candidates.isEmpty() ? none(item, task) : null));
    }

    private List<Candidate> candidates(
            Shop shop, Item item, int quantity, Instant when, Task task) {
        Map<Dish, Reason> reasons = reasons(item.dish(), shop.kind());
        LocalDate day = World.today(when);
        LocalTime time = when.atZone(World.ZONE).toLocalTime();
        Map<Dish, Integer> scores = new LinkedHashMap<>();
        reasons.keySet().forEach(dish -> scores.put(dish, Assortment.NAMED));
        Choosing choosing = nearby.choosing("", shop.part(), scores);
        Shelf shelf = shelves.look(choosing.itemIds(), List.of(day), task.now());
        List<Candidate> found = new ArrayList<>();
        for (List<Fit> fits : choosing.leftIn(time, day, shelf)) {
            for (Fit fit : fits) {
                int left = choosing.left(fit.item(), day, shelf);
                if (left >= quantity && !fit.item().itemId().equals(item.itemId())) {
                    found.add(
                            new Candidate(
                                    fit.shop(),
                                    fit.item(),
                                    reasons.getOrDefault(fit.item().dish(), Reason.SAME_SECTION),
                                    left,
                                    ShopBasket.price(fit.item(), day, shelf)));
                }
            }
        }
        return ranked(found, shop, item);
    }

    /** Of the same shop first, then what fits for the strongest reason, then the nearest price. */
    private static List<Candidate> ranked(List<Candidate> found, Shop shop, Item item) {
        long near = item.fen();
        List<Candidate> sorted =
                found.stream()
                        .filter(
                                one ->
                                        !(one.shop().equals(shop)
                                                && one.reason() == Reason.SAME_DISH))
                        .sorted(
                                Comparator.comparing((Candidate one) -> !one.shop().equals(shop))
                                        .thenComparing(Candidate::reason, Comparator.reverseOrder())
                                        .thenComparing(one -> Math.abs(one.price().amount() - near))
                                        .thenComparing(one -> one.shop().etaMinutes()))
                        .toList();
        return Stream.concat(
                        sorted.stream().filter(one -> one.shop().equals(shop)).limit(MOST_HERE),
                        sorted.stream().filter(one -> !one.shop().equals(shop)))
                .limit(MOST)
                .toList();
    }

    /** Which dishes could stand in, and why. */
    private Map<Dish, Reason> reasons(Dish dish, Kind kind) {
        Map<Dish, Reason> reasons = new LinkedHashMap<>();
        for (Dish other : kind.dishes()) {
            if (other != dish && other.section().equals(dish.section()) && shares(other, dish)) {
                reasons.put(other, Reason.SHARED_NAME);
            } else if (other != dish && isSmallSection(kind, dish) && inSection(other, dish)) {
                reasons.put(other, Reason.SAME_SECTION);
            }
        }
        Ingredient cooked = ingredient(dish).orElse(null);
        if (cooked != null) {
            for (String name : cooked.instead()) {
                ingredients
                        .find(name)
                        .ifPresent(
                                one ->
                                        best(one.sold())
                                                .forEach(d -> reasons.put(d, Reason.COOKS_FOR_IT)));
            }
        }
        nearby.assortment().named(dish.title().split(" ")[0]).keySet().stream()
                .filter(other -> firstWord(other).equals(firstWord(dish)))
                .forEach(other -> reasons.put(other, Reason.SAME_DISH));
        reasons.put(dish, Reason.SAME_DISH);
        return reasons;
    }

    private Optional<Ingredient> ingredient(Dish dish) {
        return dish.size() == Size.ONE && !dish.section().equals("调味")
                ? Optional.empty()
                : ingredients.find(firstWord(dish));
    }

    /** The dishes that are named best. */
    private List<Dish> best(String text) {
        Map<Dish, Integer> named = nearby.assortment().named(text);
        int most = named.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return named.entrySet().stream()
                .filter(entry -> entry.getValue() == most && most >= Assortment.NAMED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String firstWord(Dish dish) {
        return dish.title().split(" ")[0];
    }

    private static boolean inSection(Dish other, Dish dish) {
        return other.section().equals(dish.section());
    }

    /** In a section of a supermarket anything may stand; among six coffees each is like another. */
    private static boolean isSmallSection(Kind kind, Dish dish) {
        return kind.dishes().stream().filter(other -> inSection(other, dish)).count() <= 12;
    }

    private static boolean shares(Dish one, Dish other) {
        return one.terms().stream().map(Term::text).anyMatch(text -> calls(other, text));
    }

    private static boolean calls(Dish dish, String text) {
        return dish.terms().stream().anyMatch(term -> term.text().equals(text));
    }

    /** What could stand in for something that nobody there has, for a bundle. */
    List<MenuItem> instead(String wanted, Part part, Instant when, Task task) {
        LocalDate day = World.today(when);
        LocalTime time = when.atZone(World.ZONE).toLocalTime();
        List<MenuItem> found = new ArrayList<>();
        Ingredient one = ingredients.find(wanted).orElse(null);
        for (String name : one == null ? List.<String>of() : one.instead()) {
            Map<Dish, Integer> scores = new LinkedHashMap<>();
            ingredients
                    .find(name)
                    .ifPresent(other -> best(other.sold()).forEach(dish -> scores.put(dish, 1)));
            first(scores, part, day, time, task).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            Map<Dish, Integer> scores = new LinkedHashMap<>();
            for (Dish dish : nearby.assortment().similar(wanted, MOST_INSTEAD)) {
                scores.clear();
                scores.put(dish, 1);
                first(scores, part, day, time, task).ifPresent(found::add);
            }
        }
        return found.stream().limit(MOST_INSTEAD).toList();
    }

    private Optional<MenuItem> first(
            Map<Dish, Integer> scores, Part part, LocalDate day, LocalTime time, Task task) {
        Choosing choosing = nearby.choosing("", part, scores);
        Shelf shelf = shelves.look(choosing.itemIds(), List.of(day), task.now());
        return choosing.leftIn(time, day, shelf).stream()
                .findFirst()
                .map(left -> Choosing.menuItem(left.getFirst().item(), day, shelf));
    }

    private static Substitute substitute(
            Candidate one, Shop shop, Money price, int quantity, Task task) {
        return new Substitute(
                one.item().itemId(),
                one.item().title(),
                one.shop().shopId(),
                one.shop().name(),
                one.shop().equals(shop),
                one.price(),
                one.price().minus(price).times(quantity),
                one.left(),
                one.shop().etaMinutes(),
                why(one, shop, task));
    }

    private static String why(Candidate one, Shop shop, Task task) {
        boolean here = one.shop().equals(shop);
        String where = Refusals.in(task, here ? "同一家店" : "附近的店", here ? "same shop" : "nearby");
        String what =
                switch (one.reason()) {
                    case SAME_DISH -> Refusals.in(task, "同样的东西", "the same thing");
                    case SHARED_NAME -> Refusals.in(task, "同类商品", "of the same sort");
                    case COOKS_FOR_IT -> Refusals.in(task, "做菜可以代替", "cooks in its place");
                    case SAME_SECTION ->
                            Refusals.in(
                                    task,
                                    "同在“%s”".formatted(one.item().dish().section()),
                                    "of the same section (%s)"
                                            .formatted(one.item().dish().section()));
                };
        return where + Refusals.in(task, "，", ", ") + what;
    }

    private static @Nullable String none(Item item, Task task) {
        return Refusals.in(
                task,
                "附近没有能代替%s的现货，可以晚点再看或去掉它。".formatted(item.title()),
                "Nothing nearby can stand in for %s now; look again later or leave it out."
                        .formatted(item.title()));
    }
}
