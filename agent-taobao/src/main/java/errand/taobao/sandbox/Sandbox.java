package errand.taobao.sandbox;

import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Slip;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import errand.runtime.sandbox.pack.WorldPack;
import errand.taobao.market.Marketplace;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One whole marketplace: a seed, and a database for what deviates from it. Made by {@link #on}
 * where there is no Spring.
 */
public final class Sandbox implements AutoCloseable {

    private static final String KIND = "GOODS";

    private final Catalogue catalogue;
    private final Marketplace market;
    private final Stockroom room;

    /** Over a room whose tables exist; a world of the usual size. */
    public Sandbox(Stockroom room, long seed) {
        this(room, seed, 1, WorldPack.none());
    }

    /**
     * @param size as many times the usual number of goods
     * @param pack whose faults are noted, not thrown
     */
    public Sandbox(Stockroom room, long seed, int size, WorldPack pack) {
        this.room = room;
        this.catalogue = new Catalogue(seed, size, pack);
        this.market = market(seed);
    }

    private Marketplace market(long seed) {
        Desk desk = room.desk(KIND, id -> SellersBasket.of(catalogue, id).map(basket -> basket));
        Claims claims = new Claims(room.db());
        Members members = new Members(seed);
        Returns returns = new Returns(room.db());
        Pricing pricing = new Pricing(catalogue, room.shelves(), claims, members);
        OrderBook book =
                new OrderBook(
                        catalogue, room.sales(KIND), returns, new SeededOrders(seed, catalogue));
        SandboxCart cart = new SandboxCart(catalogue, pricing, desk);
        return new Marketplace(
                new SandboxGoods(catalogue, pricing),
                new SandboxAdvice(catalogue, pricing, new Recommending(catalogue, pricing, book)),
                cart,
                new SandboxOrders(
                        room, desk, book, returns, claims, new Reordering(catalogue, cart)),
                new SandboxCoupons(room, catalogue, claims, members),
                new SandboxWholesale(catalogue, pricing, cart),
                null);
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
                .map(
                        good ->
                                SellersBasket.of(
                                        catalogue, Slip.one(World.today(now), skuId), Perks.NONE));
    }

    /**
     * Changes what is left and what it costs, as {@code /sandbox/items} does: of a skuId, for the
     * rest of the day, since goods are restocked at midnight, at their usual price.
     */
    public StockControl control(Clock clock) {
        return new StockControl(
                room,
                id -> piece(id, clock.instant()),
                id -> false,
                "Take a skuId from goods.search, such as S001001.",
                clock);
    }

    Stockroom room() {
        return room;
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
