package errand.flash.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Quote;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.flash.FlashAgent;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.OrderCancelled;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.flash.delivery.TrackOrder;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.pack.WorldPack;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flash agent on a database of its own, and how a person orders from it. */
final class Neighbours implements AutoCloseable {

    static final String OFFICE = "西溪园区前台";

    private final HikariDataSource database = TestDatabase.forAgent("flash");
    private final SettableClock clock = SettableClock.onMondayMorning();
    private final Sandbox sandbox;
    private final AgentHarness harness;
    private int undone;
    private @Nullable Quote lastQuote;

    Neighbours() {
        this(1, WorldPack.none());
    }

    Neighbours(int size, WorldPack pack) {
        this.sandbox = new Sandbox(Stockroom.on(database), 42, size, pack);
        this.harness =
                AgentHarness.on(
                        new FlashAgent(sandbox.shops(), sandbox.orders(), sandbox.cookbook()),
                        database,
                        clock);
    }

    HikariDataSource database() {
        return database;
    }

    SettableClock clock() {
        return clock;
    }

    AgentHarness harness() {
        return harness;
    }

    Reply call(String capability, Object input) {
        return harness.call(capability, input);
    }

    ShopOffers search(ShopSearch wish) {
        return AgentHarness.output(call("flash.shop.search", wish), ShopOffers.class);
    }

    ShopOffer shop(String item) {
        return search(new ShopSearch("西溪园区", item, null)).shops().getFirst();
    }

    /** What is left of an item from now on. */
    void left(String itemId, int stock) {
        sandbox.control(clock).change(itemId, new Change(stock, null));
    }

    Quote lattes(int cups) {
        ShopOffer shop = shop("拿铁");
        OrderLine line = new OrderLine(shop.items().getFirst().itemId(), cups);
        return quote(new OrderQuote(shop.shopId(), List.of(line), OFFICE));
    }

    Quote quote(OrderQuote wish) {
        return AgentHarness.output(call("flash.order.quote", wish), OrderQuoted.class).quote();
    }

    String order(Quote quote) {
        return committed(quote).orderId();
    }

    OrderCommitted committed(Quote quote) {
        lastQuote = quote;
        Held held =
                AgentHarness.output(
                        call("flash.order.reserve", new HoldQuote(quote.quoteId())), Held.class);
        return AgentHarness.output(
                harness.callAgreed(
                        "flash.order.commit",
                        new CommitOrder(quote.quoteId(), held.holdId()),
                        quote),
                OrderCommitted.class);
    }

    /** What the last order was made from. */
    Quote lastQuote() {
        return java.util.Objects.requireNonNull(lastQuote, "Nothing was ordered yet.");
    }

    /** Orders two lattes, again and again, until an order is so late; it is not there yet. */
    String lateOrder(int minutes) {
        for (int i = 0; i < 100; i++) {
            String order = order(lattes(2));
            OrderTracked placed = track(order);
            clock.set(placed.promisedAt().toInstant().plus(Duration.ofMinutes(minutes)));
            if (track(order).lateMinutes() >= minutes) {
                return order;
            }
        }
        throw new AssertionError("Of a hundred orders none is %d minutes late.".formatted(minutes));
    }

    OrderTracked track(String order) {
        return AgentHarness.output(
                call("flash.order.track", new TrackOrder(order)), OrderTracked.class);
    }

    OrderCancelled cancel(String order) {
        return AgentHarness.output(undo(order), OrderCancelled.class);
    }

    /** Cancels an order, as an undo of its own. */
    Reply undo(String order) {
        String id = "p_test/s%d/undo/1".formatted(++undone);
        return harness.deliver(
                harness.task("flash.order.cancel").input(new CancelOrder(order)).id(id).build());
    }

    @Override
    public void close() {
        sandbox.close();
        database.close();
    }
}
