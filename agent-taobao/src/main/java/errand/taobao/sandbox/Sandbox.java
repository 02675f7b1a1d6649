package errand.taobao.sandbox;

import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import errand.taobao.market.Marketplace;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One whole marketplace: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private final Catalogue catalogue;
    private final Marketplace market;
    private final Stockroom room;

    Sandbox(Stockroom room, long seed) {
        this.room = room;
        this.catalogue = new Catalogue(seed);
        this.market = new SandboxMarketplace(catalogue, room);
    }

    /** With quotes of 30 minutes, over a Hikari pool whose tables exist. */
    public static Sandbox on(DataSource data, long seed) {
        return new Sandbox(Stockroom.on(data), seed);
    }

    @Override
    public void close() {
        room.close();
    }

    public Marketplace market() {
        return market;
    }

    /** One piece of a good, on the day it is at that moment. */
    Optional<Ware> piece(String skuId, Instant now) {
        return catalogue
                .good(skuId)
                .map(good -> SellersBasket.of(catalogue, Slip.one(World.today(now), skuId)));
    }

    Stockroom room() {
        return room;
    }
}
