package errand.flash.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.flash.delivery.Bundle;
import errand.flash.delivery.BundleWish;
import errand.flash.delivery.DeliveryShops;
import errand.flash.delivery.MenuItem;
import errand.flash.delivery.MenuWish;
import errand.flash.delivery.ShopMenu;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.flash.delivery.SubstituteWish;
import errand.flash.delivery.Substitutes;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shops of the sandbox world. */
final class SandboxShops implements DeliveryShops {

    private static final int SIMILAR = 3;

    private final Nearby nearby;
    private final MenuPages menus;
    private final Bundling bundling;
    private final Swaps swaps;
    private final Atlas atlas;
    private final Shelves shelves;

    SandboxShops(Nearby nearby, Atlas atlas, Ingredients ingredients, Shelves shelves) {
        this.nearby = nearby;
        this.atlas = atlas;
        this.shelves = shelves;
        this.menus = new MenuPages(nearby, shelves);
        this.swaps = new Swaps(nearby, ingredients, shelves);
        this.bundling = new Bundling(nearby, ingredients, shelves, swaps);
    }

    @Override
    public Outcome<ShopOffers> search(ShopSearch wish, Task task) {
        Part part = atlas.find(wish.place()).orElse(null);
        if (part == null) {
            return Wording.placeUnknown(task, wish.place(), atlas);
        }
        Instant when = when(wish.at(), task);
        LocalTime time = when.atZone(World.ZONE).toLocalTime();
        LocalDate day = World.today(when);
        Choosing choosing = nearby.choosing(wish.item(), part);
        Shelf shelf = shelves.look(choosing.itemIds(), List.of(day), task.now());
        List<ShopOffer> offers = choosing.offers(time, day, shelf, wish.maxFee(), wish.minRating());
        return Outcome.done(
                offers.isEmpty()
                        ? nothing(wish, part, choosing, when, shelf, task)
                        : new ShopOffers(offers, null, null));
    }

    private ShopOffers nothing(
            ShopSearch wish, Part part, Choosing choosing, Instant when, Shelf shelf, Task task) {
        int open =
                choosing.leftIn(when.atZone(World.ZONE).toLocalTime(), World.today(when), shelf)
                        .size();
        String note =
                open > 0
                        ? Wording.nothingWithin(task, wish.item(), open)
                        : Wording.noShop(task, wish.item(), part, choosing.shops());
        List<MenuItem> similar =
                choosing.shops().isEmpty() ? similar(wish.item(), part, when, task) : List.of();
        return new ShopOffers(List.of(), note, similar.isEmpty() ? null : similar);
    }

    /** What is nearest to the words, once each, from the best shop that has it now. */
    private List<MenuItem> similar(String text, Part part, Instant when, Task task) {
        LocalDate day = World.today(when);
        LocalTime time = when.atZone(World.ZONE).toLocalTime();
        return nearby.assortment().similar(text, SIMILAR).stream()
                .flatMap(
                        dish -> {
                            Choosing one = nearby.choosing(text, part, Map.of(dish, 1));
                            Shelf shelf = shelves.look(one.itemIds(), List.of(day), task.now());
                            return one.leftIn(time, day, shelf).stream()
                                    .limit(1)
                                    .map(left -> left.getFirst().item())
                                    .map(item -> Choosing.menuItem(item, day, shelf));
                        })
                .toList();
    }

    /** What is past is meant for now. */
    static Instant when(@Nullable OffsetDateTime at, Task task) {
        return at == null || at.toInstant().isBefore(task.now()) ? task.now() : at.toInstant();
    }

    @Override
    public Outcome<ShopMenu> menu(MenuWish wish, Task task) {
        return menus.menu(wish, task);
    }

    @Override
    public Outcome<Bundle> bundle(BundleWish wish, Task task) {
        Part part = atlas.find(wish.place()).orElse(null);
        return part == null
                ? Wording.placeUnknown(task, wish.place(), atlas)
                : bundling.bundle(wish, part, task);
    }

    @Override
    public Outcome<Substitutes> substitutes(SubstituteWish wish, Task task) {
        return swaps.substitutes(wish, task);
    }
}
