package errand.fliggy.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.QuoteChange;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.fliggy.travel.AttractionOffers;
import errand.fliggy.travel.AttractionQuote;
import errand.fliggy.travel.AttractionSearch;
import errand.fliggy.travel.BookTickets;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.FlightSearch;
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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return world.agent();
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        List<Example> all = new ArrayList<>();
        all.addAll(reservations(harness, "train", train(harness, 0)));
        all.addAll(reservations(harness, "flight", flight(harness, 0)));
        all.addAll(reservations(harness, "hotel", room(harness)));
        all.add(change(harness, "train", train(harness, 0), train(harness, 1)));
        all.add(change(harness, "flight", flight(harness, 0), flight(harness, 1)));
        Quote tickets = tickets(harness);
        all.add(new Example("fliggy.attraction.book", new BookTickets(tickets.quoteId()), tickets));
        Booked visit =
                AgentHarness.output(
                        harness.callAgreed(
                                "fliggy.attraction.book",
                                new BookTickets(tickets.quoteId()),
                                tickets),
                        Booked.class);
        all.add(
                new Example(
                        "fliggy.attraction.cancel", new CancelBooking(visit.bookingId()), tickets));
        return all;
    }

    private static List<Example> reservations(AgentHarness harness, String noun, Quote quote) {
        return List.of(
                new Example("fliggy." + noun + ".hold", new HoldQuote(quote.quoteId())),
                new Example(
                        "fliggy." + noun + ".release", new ReleaseHold(hold(harness, noun, quote))),
                new Example(
                        "fliggy." + noun + ".book",
                        new BookHold(quote.quoteId(), hold(harness, noun, quote)),
                        quote),
                new Example(
                        "fliggy." + noun + ".cancel",
                        new CancelBooking(booking(harness, noun, quote)),
                        quote));
    }

    private static Example change(AgentHarness harness, String noun, Quote from, Quote to) {
        String booking = booking(harness, noun, from);
        String offer = String.valueOf(to.details().get("offerId"));
        ChangeQuoted quoted =
                AgentHarness.output(
                        harness.call(
                                "fliggy." + noun + "-change.quote",
                                new QuoteChange(booking, offer)),
                        ChangeQuoted.class);
        return new Example(
                "fliggy." + noun + ".change",
                new ChangeBooking(booking, quoted.quote().quoteId()),
                quoted.quote());
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from fliggy.hold order by hold_id").query().listOfRows(),
                db.sql("select * from fliggy.booking order by booking_id").query().listOfRows(),
                db.sql("select * from fliggy.exchange order by booking_id").query().listOfRows(),
                db.sql("select * from fliggy.occupancy order by hold_id, day")
                        .query()
                        .listOfRows());
    }

    private Quote train(AgentHarness harness, int which) {
        TrainSearch wish = TrainSearch.of("北京", "杭州", day(), 12);
        TrainOffers offers =
                AgentHarness.output(harness.call("fliggy.train.search", wish), TrainOffers.class);
        TrainQuote offer = new TrainQuote(offers.offers().get(which).offerId(), 2);
        return AgentHarness.output(harness.call("fliggy.train.quote", offer), Quoted.class).quote();
    }

    /** Of one airline, so that one can be changed into the other. */
    private Quote flight(AgentHarness harness, int which) {
        List<FlightOffer> offers =
                Stream.of("广州", "成都", "深圳", "上海", "昆明")
                        .map(to -> FlightSearch.of("北京", to, day(), 14))
                        .map(wish -> harness.call("fliggy.flight.search", wish))
                        .flatMap(
                                reply ->
                                        AgentHarness.output(reply, FlightOffers.class)
                                                .offers()
                                                .stream())
                        .toList();
        List<FlightOffer> same =
                offers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        offer -> offer.airlineCode() + offer.toCode(),
                                        TreeMap::new,
                                        Collectors.toList()))
                        .values()
                        .stream()
                        .filter(flights -> flights.size() > 1)
                        .findFirst()
                        .orElseThrow();
        FlightQuote offer = new FlightQuote(same.get(which).offerId(), 2);
        return AgentHarness.output(harness.call("fliggy.flight.quote", offer), Quoted.class)
                .quote();
    }

    private Quote room(AgentHarness harness) {
        HotelSearch wish = HotelSearch.of("杭州", day(), day().plusDays(1), RoomType.TWIN, 12);
        HotelOffers offers =
                AgentHarness.output(harness.call("fliggy.hotel.search", wish), HotelOffers.class);
        HotelQuote offer = new HotelQuote(offers.offers().getFirst().offerId(), 2);
        return AgentHarness.output(harness.call("fliggy.hotel.quote", offer), Quoted.class).quote();
    }

    private Quote tickets(AgentHarness harness) {
        AttractionOffers offers =
                AgentHarness.output(
                        harness.call(
                                "fliggy.attraction.search",
                                AttractionSearch.of("杭州", day(), "雷峰塔")),
                        AttractionOffers.class);
        AttractionQuote wish =
                new AttractionQuote(offers.offers().getFirst().offerId(), 2, 1, null);
        return AgentHarness.output(harness.call("fliggy.attraction.quote", wish), Quoted.class)
                .quote();
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
