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
import errand.amap.dining.DiningOffer;
import errand.amap.dining.DiningOffers;
import errand.amap.dining.DiningSearch;
import errand.amap.dining.QuoteTable;
import errand.amap.dining.ReserveTable;
import errand.amap.meals.MealOffers;
import errand.amap.meals.MealSearch;
import errand.amap.meals.QuoteMeal;
import errand.amap.rides.OrderRide;
import errand.amap.rides.QuoteRide;
import errand.amap.rides.RideQuoted;
import errand.runtime.sandbox.World;
import errand.runtime.work.Reply;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
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
        return new AmapAgent(world.services());
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
        Quote table = table(harness);
        Quote ride = ride(harness);
        return List.of(
                new Example("amap.meal.hold", new HoldQuote(meal.quoteId())),
                new Example("amap.meal.release", new ReleaseHold(hold(harness, meal))),
                new Example(
                        "amap.meal.book", new BookHold(meal.quoteId(), hold(harness, meal)), meal),
                new Example("amap.meal.cancel", new CancelBooking(booking(harness, meal)), meal),
                new Example("amap.dining.hold", new HoldQuote(table.quoteId())),
                new Example("amap.dining.release", new ReleaseHold(hold(harness, "dining", table))),
                new Example(
                        "amap.dining.reserve",
                        new ReserveTable(table.quoteId(), hold(harness, "dining", table)),
                        table),
                new Example(
                        "amap.dining.cancel",
                        new CancelBooking(
                                book(
                                        harness,
                                        "amap.dining.reserve",
                                        new ReserveTable(table.quoteId(), null),
                                        table)),
                        table),
                new Example("amap.ride.order", new OrderRide(ride.quoteId()), ride),
                new Example(
                        "amap.ride.cancel",
                        new CancelBooking(
                                book(
                                        harness,
                                        "amap.ride.order",
                                        new OrderRide(ride.quoteId()),
                                        ride)),
                        ride));
    }

    /** Late, in the house with the most tables for two. */
    private Quote table(AgentHarness harness) {
        LocalDate day = World.today(clock().instant()).plusDays(9);
        DiningSearch wish =
                new DiningSearch("杭州", day, LocalTime.of(20, 30), 2, null, null, null, null);
        DiningOffer most =
                AgentHarness.output(harness.call("amap.dining.search", wish), DiningOffers.class)
                        .offers()
                        .stream()
                        .max(Comparator.comparingInt(DiningOffer::tablesLeft))
                        .orElseThrow();
        QuoteTable offer = new QuoteTable(most.offerId(), 2);
        return AgentHarness.output(harness.call("amap.dining.quote", offer), Quoted.class).quote();
    }

    private Quote ride(AgentHarness harness) {
        OffsetDateTime noon = World.at(clock().instant()).plusDays(2).withHour(13);
        QuoteRide wish = new QuoteRide("公司", "杭州东站", null, noon, null, 2, null);
        return AgentHarness.output(harness.call("amap.ride.quote", wish), RideQuoted.class).quote();
    }

    private static String book(AgentHarness harness, String how, Object wish, Quote quote) {
        Reply reply = harness.callAgreed(how, wish, quote);
        return AgentHarness.output(reply, AnyBooking.class).bookingId();
    }

    /** What all bookings have. */
    record AnyBooking(String bookingId) {}

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
        return hold(harness, "meal", quote);
    }

    private static String hold(AgentHarness harness, String what, Quote quote) {
        Reply reply = harness.call("amap." + what + ".hold", new HoldQuote(quote.quoteId()));
        return AgentHarness.output(reply, Held.class).holdId();
    }

    private static String booking(AgentHarness harness, Quote quote) {
        BookHold wish = new BookHold(quote.quoteId(), hold(harness, quote));
        return AgentHarness.output(harness.callAgreed("amap.meal.book", wish, quote), Booked.class)
                .bookingId();
    }
}
