package errand.flash.sandbox;

import errand.flash.delivery.Cookbook;
import errand.flash.delivery.DeliveryOrders;
import errand.flash.delivery.DeliveryShops;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import errand.runtime.sandbox.pack.WorldPack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * All shops of all towns: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Nearby nearby;
    private final DeliveryShops shops;
    private final DeliveryOrders orders;
    private final Cookbook cookbook;
    private final Stockroom room;

    /** Over a room whose tables exist, in its usual size. */
    public Sandbox(Stockroom room, long seed) {
        this(room, seed, 1, WorldPack.none());
    }

    /**
     * Over a room whose tables exist.
     *
     * @param size how many times as many shops as usual, 1 to 100
     * @param pack what extends or replaces the generated world; refused when anything is wrong
     */
    public Sandbox(Stockroom room, long seed, int size, WorldPack pack) {
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException(
                    "errand.world.size is %d; it must be 1 to 100.".formatted(size));
        }
        Atlas atlas = new Atlas();
        FlashPack own = FlashPack.of(pack, atlas, seed);
        pack.verify();
        Ingredients ingredients = new Ingredients();
        this.room = room;
        this.nearby = new Nearby(new Neighbourhood(seed, size, atlas, own));
        this.shops = new SandboxShops(nearby, atlas, ingredients, room.shelves());
        this.orders = new SandboxOrders(atlas, nearby.world(), nearby.extras(), room);
        this.cookbook = new SandboxCookbook(new Recipes(own), ingredients);
    }

    /** With holds of 15 minutes and quotes of 30, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
    }

    public DeliveryShops shops() {
        return shops;
    }

    public DeliveryOrders orders() {
        return orders;
    }

    public Cookbook cookbook() {
        return cookbook;
    }

    /** One of an item, on the day it is at that moment. */
    Optional<Ware> one(String itemId, Instant now) {
        return one(itemId, World.today(now));
    }

    private Optional<Ware> one(String itemId, LocalDate day) {
        return ShopBasket.of(nearby.world(), nearby.extras(), Slip.one(day, itemId))
                .map(ware -> ware);
    }

    /**
     * Changes what is left and what it costs, as {@code /sandbox/items} does: of an itemId, for the
     * rest of the day or for the one that is said, since shops restock at midnight, at their usual
     * prices.
     */
    public StockControl control(Clock clock) {
        return new StockControl(
                room,
                (id, day) -> one(id, day == null ? World.today(clock.instant()) : day),
                id -> false,
                "Take an itemId from shop.search, such as F00300-1.",
                clock);
    }

    Stockroom room() {
        return room;
    }
}
