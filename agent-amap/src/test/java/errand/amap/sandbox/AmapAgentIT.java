package errand.amap.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.amap.AmapAgent;
import errand.amap.meals.MealOffers;
import errand.amap.meals.MealSearch;
import errand.amap.meals.QuoteMeal;
import errand.runtime.sandbox.World;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every agent keeps, kept by amap. */
class AmapAgentIT extends AgentContract {

    private @Nullable Sandbox sandbox;

    @Override
    protected String name() {
        return "amap";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        Sandbox world = Sandbox.on(database, 42);
        sandbox = world;
        return new AmapAgent(world.map(), world.guide(), world.weather(), world.meals());
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote meal = meal(harness);
        return List.of(
                new Example("amap.meal.hold", new HoldQuote(meal.quoteId())),
                new Example("amap.meal.release", new ReleaseHold(hold(harness, meal))),
                new Example(
                        "amap.meal.book", new BookHold(meal.quoteId(), hold(harness, meal)), meal),
                new Example("amap.meal.cancel", new CancelBooking(booking(harness, meal)), meal));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from amap.hold order by hold_id").query().listOfRows(),
                db.sql("select * from amap.booking order by booking_id").query().listOfRows(),
                db.sql("select * from amap.occupancy order by hold_id, day").query().listOfRows());
    }

    /** At the house with the most tables, as the examples hold several. */
    private Quote meal(AgentHarness harness) {
        MealSearch wish =
                new MealSearch("杭州", World.today(clock().instant()).plusDays(14), 12 * 4, null);
        MealOffers offers =
                AgentHarness.output(harness.call("amap.meal.search", wish), MealOffers.class);
        QuoteMeal offer = new QuoteMeal(offers.offers().getFirst().offerId(), 12);
        return AgentHarness.output(harness.call("amap.meal.quote", offer), Quoted.class).quote();
    }

    private static String hold(AgentHarness harness, Quote quote) {
        HoldQuote wish = new HoldQuote(quote.quoteId());
        return AgentHarness.output(harness.call("amap.meal.hold", wish), Held.class).holdId();
    }

    private static String booking(AgentHarness harness, Quote quote) {
        BookHold wish = new BookHold(quote.quoteId(), hold(harness, quote));
        return AgentHarness.output(harness.callAgreed("amap.meal.book", wish, quote), Booked.class)
                .bookingId();
    }
}
