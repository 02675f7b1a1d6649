package errand.flash.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.flash.FlashAgent;
import errand.flash.delivery.CancelOrder;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.CommitOrder;
import errand.flash.delivery.OrderCommitted;
import errand.flash.delivery.OrderLine;
import errand.flash.delivery.OrderQuote;
import errand.flash.delivery.OrderQuoted;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.ShopOffer;
import errand.flash.delivery.ShopOffers;
import errand.flash.delivery.ShopSearch;
import errand.flash.delivery.TrackOrder;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every agent keeps, kept by flash. */
class FlashAgentIT extends AgentContract {

    private @Nullable Sandbox sandbox;

    @Override
    protected String name() {
        return "flash";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        Sandbox world = Sandbox.on(database, 42);
        sandbox = world;
        return new FlashAgent(world.shops(), world.orders(), world.cookbook());
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote before = quote(harness);
        String delivered = order(harness, before);
        clock().forward(Duration.ofHours(3));
        Quote quote = quote(harness);
        return List.of(
                new Example("flash.order.claim", missing(harness, delivered), before),
                new Example("flash.order.reserve", new HoldQuote(quote.quoteId())),
                new Example("flash.order.release", new ReleaseHold(hold(harness, quote))),
                new Example("flash.order.commit", commit(harness, quote), quote),
                new Example("flash.order.cancel", new CancelOrder(order(harness, quote)), quote));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from hold order by hold_id").query().listOfRows(),
                db.sql("select * from booking order by booking_id").query().listOfRows(),
                db.sql("select * from occupancy order by hold_id, item_id").query().listOfRows(),
                db.sql("select * from claim order by claim_id").query().listOfRows(),
                db.sql("select * from claim_line order by claim_id").query().listOfRows(),
                db.sql("select * from refunded order by booking_id").query().listOfRows());
    }

    private static Quote quote(AgentHarness harness) {
        ShopSearch wish = new ShopSearch("西溪园区", "拿铁", null);
        ShopOffer shop =
                AgentHarness.output(harness.call("flash.shop.search", wish), ShopOffers.class)
                        .shops()
                        .getFirst();
        OrderLine line = new OrderLine(shop.items().getFirst().itemId(), 2);
        OrderQuote order = new OrderQuote(shop.shopId(), List.of(line), "西溪园区前台");
        return AgentHarness.output(harness.call("flash.order.quote", order), OrderQuoted.class)
                .quote();
    }

    private static ClaimWish missing(AgentHarness harness, String orderId) {
        OrderTracked order =
                AgentHarness.output(
                        harness.call("flash.order.track", new TrackOrder(orderId)),
                        OrderTracked.class);
        String line = order.lines().getFirst().itemId();
        return new ClaimWish(
                orderId, ClaimWish.Reason.MISSING, List.of(new ClaimWish.Line(line, 1)));
    }

    private static String hold(AgentHarness harness, Quote quote) {
        HoldQuote wish = new HoldQuote(quote.quoteId());
        return AgentHarness.output(harness.call("flash.order.reserve", wish), Held.class).holdId();
    }

    private static CommitOrder commit(AgentHarness harness, Quote quote) {
        return new CommitOrder(quote.quoteId(), hold(harness, quote));
    }

    private static String order(AgentHarness harness, Quote quote) {
        return AgentHarness.output(
                        harness.callAgreed("flash.order.commit", commit(harness, quote), quote),
                        OrderCommitted.class)
                .orderId();
    }
}
