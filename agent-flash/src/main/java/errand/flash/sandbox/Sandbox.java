package errand.flash.sandbox;

import errand.flash.delivery.DeliveryShops;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * All shops of all towns: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Neighbourhood neighbourhood;
    private final DeliveryShops shops;
    private final Stockroom room;

    Sandbox(Stockroom room, long seed) {
        Atlas atlas = new Atlas();
        this.room = room;
        this.neighbourhood = new Neighbourhood(seed, atlas);
        this.shops = new SandboxShops(atlas, neighbourhood, room);
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

    /** One of an item, on the day it is at that moment. */
    Optional<Ware> one(String itemId, Instant now) {
        return ShopBasket.of(neighbourhood, Slip.one(World.today(now), itemId)).map(ware -> ware);
    }

    Stockroom room() {
        return room;
    }
}
