package errand.flash.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.Bundle;
import errand.flash.delivery.Bundle.Basket;
import errand.flash.delivery.Bundle.Missing;
import errand.flash.delivery.BundleWish;
import errand.flash.delivery.BundleWish.Wanted;
import errand.flash.sandbox.Choosing.Fit;
import errand.flash.sandbox.Cover.Offer;
import errand.flash.sandbox.Cover.Piece;
import errand.flash.sandbox.Ingredients.Ingredient;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where several things can be ordered together: one shop, else the fewest. */
final class Bundling {

    private static final int MOST_ITEMS = 30;

    /** Grams of what is sold as a whole: tofu, a cabbage. Of smaller things a pack has enough. */
    private static final int WHOLE = 100;

    private final Nearby nearby;
    private final Ingredients ingredients;
    private final Shelves shelves;
    private final Swaps swaps;

    Bundling(Nearby nearby, Ingredients ingredients, Shelves shelves, Swaps swaps) {
        this.nearby = nearby;
        this.ingredients = ingredients;
        this.shelves = shelves;
        this.swaps = swaps;
    }

    Outcome<Bundle> bundle(BundleWish wish, Part part, Task task) {
        if (wish.items().isEmpty()) {
            return Wording.noLines(task);
        }
        if (wish.items().size() > MOST_ITEMS) {
            return Wording.tooManyItems(task, wish.items().size(), MOST_ITEMS);
        }
        for (Wanted wanted : wish.items()) {
            Integer quantity = wanted.quantity();
            if (quantity != null && (quantity < 1 || quantity > OrderCheck.MOST_PIECES)) {
                return Refusals.badQuantity(task, quantity, OrderCheck.MOST_PIECES);
            }
        }
        Instant when = SandboxShops.when(wish.at(), task);
        List<Offer> offers = offers(wish.items(), part, when, task);
        List<Offer> chosen = Cover.fewest(offers, wish.items().size());
        return Outcome.done(told(wish.items(), chosen, part, when, task));
    }

    /** What each open shop has of it; shops that have none of it are left out. */
    private List<Offer> offers(List<Wanted> wanted, Part part, Instant when, Task task) {
        LocalTime time = when.atZone(World.ZONE).toLocalTime();
        LocalDate day = World.today(when);
        List<Choosing> choosings = wanted.stream().map(one -> choosing(one.item(), part)).toList();
        List<String> ids =
                choosings.stream().flatMap(one -> one.itemIds().stream()).distinct().toList();
        Shelf shelf = shelves.look(ids, List.of(day), task.now());
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            for (List<Fit> fits : choosings.get(i).leftIn(time, day, shelf)) {
                Shop shop = fits.getFirst().shop();
                Optional<Piece> piece = piece(fits, wanted.get(i), choosings.get(i), day, shelf);
                int index = i;
                piece.ifPresent(
                        one ->
                                offers.computeIfAbsent(shop.shopId(), id -> new Offer(shop))
                                        .put(index, one));
            }
        }
        return List.copyOf(offers.values());
    }

    /** By the words; where they name nothing on sale, by what shops call that ingredient. */
    private Choosing choosing(String text, Part part) {
        Choosing said = nearby.choosing(text, part);
        return said.shops().isEmpty()
                ? ingredients.find(text).map(one -> nearby.choosing(one.sold(), part)).orElse(said)
                : said;
    }

    /** Of what fits best and is enough, what costs least in all. */
    private Optional<Piece> piece(
            List<Fit> fits, Wanted wanted, Choosing choosing, LocalDate day, Shelf shelf) {
        int best = fits.getFirst().score();
        List<Piece> pieces = new ArrayList<>();
        for (Fit fit : fits) {
            int packs = packs(wanted, fit.item().dish());
            if (fit.score() == best && choosing.left(fit.item(), day, shelf) >= packs) {
                pieces.add(
                        new Piece(
                                fit.item(),
                                packs,
                                ShopBasket.price(fit.item(), day, shelf).amount(),
                                wanted.quantity() != null));
            }
        }
        return pieces.stream().min((one, other) -> Long.compare(one.fen(), other.fen()));
    }

    private int packs(Wanted wanted, Dish dish) {
        Integer quantity = wanted.quantity();
        if (quantity != null) {
            return quantity;
        }
        Double amount = wanted.amount();
        if (amount == null || amount <= 0) {
            return 1;
        }
        String unit = wanted.unit() == null ? "" : wanted.unit();
        double grams = ingredients.find(wanted.item()).map(Ingredient::grams).orElse(0.0);
        if (grams < WHOLE && !Size.isSaid(dish.title())) {
            return 1;
        }
        int packs = Size.of(amount, unit).packs(dish.size(), grams);
        return Math.min(packs, OrderCheck.MOST_PIECES);
    }

    private Bundle told(
            List<Wanted> wanted, List<Offer> chosen, Part part, Instant when, Task task) {
        Map<Offer, List<Integer>> shares = Cover.shares(chosen, wanted.size());
        List<Basket> baskets = new ArrayList<>();
        shares.forEach((offer, mine) -> baskets.add(offer.basket(mine, wanted)));
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int index = i;
            if (chosen.stream().noneMatch(offer -> offer.has(index))) {
                missing.add(missing(wanted.get(i), part, when, task));
            }
        }
        Money total = baskets.stream().map(Basket::total).reduce(Money.cny(0), Money::plus);
        int slowest = baskets.stream().mapToInt(Basket::etaMinutes).max().orElse(0);
        return new Bundle(
                baskets.size() == 1,
                baskets,
                missing,
                total,
                baskets.isEmpty() ? null : World.at(when.plus(Duration.ofMinutes(slowest))),
                note(baskets, missing, task));
    }

    private Missing missing(Wanted wanted, Part part, Instant when, Task task) {
        boolean sold = !choosing(wanted.item(), part).shops().isEmpty();
        String why =
                sold
                        ? Refusals.in(task, "附近的店都休息或不够卖", "shops nearby are closed or short of it")
                        : Refusals.in(task, "附近没有店卖", "no shop nearby sells it");
        return new Missing(wanted.item(), why, swaps.instead(wanted.item(), part, when, task));
    }

    private static String note(List<Basket> baskets, List<Missing> missing, Task task) {
        List<String> said = new ArrayList<>();
        if (baskets.size() == 1) {
            said.add(
                    Refusals.in(
                            task,
                            "%s一家就能送。".formatted(baskets.getFirst().name()),
                            "One shop delivers it: %s.".formatted(baskets.getFirst().name())));
        } else if (baskets.size() > 1) {
            said.add(
                    Refusals.in(
                            task,
                            "没有一家有全部，最少要分%d家送，各自收费。".formatted(baskets.size()),
                            "No shop has all of it; it takes %d shops at least, each with its own fees."
                                    .formatted(baskets.size())));
        }
        baskets.forEach(basket -> below(basket, task).ifPresent(said::add));
        if (!missing.isEmpty()) {
            String names =
                    String.join(
                            Refusals.in(task, "、", ", "),
                            missing.stream().map(Missing::item).toList());
            said.add(
                    Refusals.in(
                            task,
                            "买不到：%s。没有替您换任何东西。".formatted(names),
                            "Not to be had: %s. Nothing was swapped for you.".formatted(names)));
        }
        return String.join(Refusals.in(task, "", " "), said);
    }

    private static Optional<String> below(Basket basket, Task task) {
        Money lacking = basket.belowMinimumBy();
        return lacking == null
                ? Optional.empty()
                : Optional.of(
                        Refusals.in(
                                task,
                                "%s还差%s元到起送价。".formatted(basket.name(), Refusals.yuan(lacking)),
                                "%s is %s yuan below its minimum order."
                                        .formatted(basket.name(), Refusals.yuan(lacking))));
    }
}
