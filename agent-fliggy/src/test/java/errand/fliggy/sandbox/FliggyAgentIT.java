package errand.fliggy.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.fliggy.FliggyAgent;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.sandbox.World;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every agent keeps, kept by fliggy. */
class FliggyAgentIT extends AgentContract {

    private @Nullable Sandbox sandbox;

    @Override
    protected String name() {
        return "fliggy";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        Sandbox world = Sandbox.on(database, 42);
        sandbox = world;
        return new FliggyAgent(world.railway(), world.hotels());
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote train = train(harness);
        Quote room = room(harness);
        return List.of(
                new Example("fliggy.train.hold", new HoldQuote(train.quoteId())),
                new Example("fliggy.hotel.hold", new HoldQuote(room.quoteId())),
                new Example("fliggy.train.release", new ReleaseHold(hold(harness, "train", train))),
                new Example("fliggy.hotel.release", new ReleaseHold(hold(harness, "hotel", room))),
                new Example(
                        "fliggy.train.book",
                        new BookHold(train.quoteId(), hold(harness, "train", train)),
                        train),
                new Example(
                        "fliggy.hotel.book",
                        new BookHold(room.quoteId(), hold(harness, "hotel", room)),
                        room),
                new Example(
                        "fliggy.train.cancel",
                        new CancelBooking(booking(harness, "train", train)),
                        train),
                new Example(
                        "fliggy.hotel.cancel",
                        new CancelBooking(booking(harness, "hotel", room)),
                        room));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from fliggy.hold order by hold_id").query().listOfRows(),
                db.sql("select * from fliggy.booking order by booking_id").query().listOfRows(),
                db.sql("select * from fliggy.occupancy order by hold_id, day")
                        .query()
                        .listOfRows());
    }

    private Quote train(AgentHarness harness) {
        TrainSearch wish = new TrainSearch("北京", "杭州", day(), 12, null, null, null, null);
        TrainOffers offers =
                AgentHarness.output(harness.call("fliggy.train.search", wish), TrainOffers.class);
        TrainQuote offer = new TrainQuote(offers.offers().getFirst().offerId(), 2);
        return AgentHarness.output(harness.call("fliggy.train.quote", offer), Quoted.class).quote();
    }

    private Quote room(AgentHarness harness) {
        HotelSearch wish =
                new HotelSearch("杭州", day(), day().plusDays(1), RoomType.TWIN, 12, null, null);
        HotelOffers offers =
                AgentHarness.output(harness.call("fliggy.hotel.search", wish), HotelOffers.class);
        HotelQuote offer = new HotelQuote(offers.offers().getFirst().offerId(), 2);
        return AgentHarness.output(harness.call("fliggy.hotel.quote", offer), Quoted.class).quote();
    }

    private LocalDate day() {
        return World.today(clock().instant()).plusDays(14);
    }

    private static String hold(AgentHarness harness, String what, Quote quote) {
        HoldQuote wish = new HoldQuote(quote.quoteId());
        return AgentHarness.output(harness.call("fliggy." + what + ".hold", wish), Held.class)
                .holdId();
    }

    private static String booking(AgentHarness harness, String what, Quote quote) {
        BookHold wish = new BookHold(quote.quoteId(), hold(harness, what, quote));
        return AgentHarness.output(
                        harness.callAgreed("fliggy." + what + ".book", wish, quote), Booked.class)
                .bookingId();
    }
}
