package agents.sampleshop;

import static org.assertj.core.api.Assertions.assertThat;

import agents.sampleshop.sandbox.Sandbox;
import agents.sampleshop.sessions.SessionOffer;
import agents.sampleshop.sessions.SessionOffers;
import agents.sampleshop.sessions.SessionQuote;
import agents.sampleshop.sessions.SessionSearch;
import errand.agent.Agent;
import errand.agent.Money;
import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.work.Reply;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

/** What every agent keeps, kept by sample-shop; and what only this business promises. */
class SampleShopAgentTest extends AgentContract {

    private static final LocalDate DAY = LocalDate.parse("2026-12-07");

    private @Nullable Sandbox sandbox;

    @Override
    protected String name() {
        return "sample-shop";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        Sandbox world = Sandbox.on(database, 42);
        sandbox = world;
        return new SampleShopAgent(world.sessions());
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    /** One call of each write; the contract does each of them twice, cancelled, without consent. */
    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote quote = quote(anOffer(2), 2);
        return List.of(
                new Example(
                        "sample-shop.session.hold", new HoldQuote(quote(anOffer(1), 1).quoteId())),
                new Example(
                        "sample-shop.session.release", new ReleaseHold(held(quote(anOffer(1), 1)))),
                new Example(
                        "sample-shop.session.book",
                        new BookHold(quote.quoteId(), held(quote)),
                        quote),
                new Example(
                        "sample-shop.session.cancel",
                        new CancelBooking(booked(quote(anOffer(1), 1)).bookingId()),
                        quote));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from hold order by hold_id").query().listOfRows(),
                db.sql("select * from booking order by booking_id").query().listOfRows(),
                db.sql("select * from occupancy order by hold_id").query().listOfRows());
    }

    @Test
    void finds_only_sessions_with_places_for_all_the_cheapest_first() {
        List<SessionOffer> offers = search(4);

        assertThat(offers).isNotEmpty();
        assertThat(offers).allMatch(offer -> offer.placesLeft() >= 4);
        assertThat(offers)
                .extracting(offer -> offer.total().amount())
                .isSorted()
                .first()
                .isEqualTo(offers.getFirst().price().times(4).amount());
        assertThat(search(1)).hasSizeGreaterThan(offers.size());
    }

    @Test
    void a_quote_says_what_all_pay_together() {
        SessionOffer offer = anOffer(3);

        assertThat(quote(offer, 3).total()).isEqualTo(offer.total());
    }

    @Test
    void more_people_than_places_are_refused_with_how_many_are_left() {
        SessionOffer offer = anOffer(1);
        Reply reply = call("quote", new SessionQuote(offer.offerId(), offer.placesLeft() + 1));

        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("SOLD_OUT");
        assertThat(AgentHarness.failure(reply).getMessage()).contains("只剩" + offer.placesLeft());
    }

    @Test
    void what_is_held_is_gone_for_others_until_it_is_released() {
        SessionOffer offer = anOffer(1);
        Quote all = quote(offer, offer.placesLeft());

        String hold = held(all);
        assertThat(placesLeft(offer)).isZero();
        AgentHarness.output(
                harness().undo("sample-shop.session.release", new ReleaseHold(hold)), Object.class);
        assertThat(placesLeft(offer)).isEqualTo(offer.placesLeft());
    }

    @Test
    void a_hold_ends_by_itself() {
        SessionOffer offer = anOffer(1);
        Quote quote = quote(offer, offer.placesLeft());
        String hold = held(quote);

        clock().forward(Duration.ofMinutes(16));

        assertThat(placesLeft(offer)).isEqualTo(offer.placesLeft());
        Reply late =
                harness()
                        .callAgreed(
                                "sample-shop.session.book",
                                new BookHold(quote.quoteId(), hold),
                                quote);
        assertThat(AgentHarness.failure(late).getCode()).isEqualTo("HOLD_EXPIRED");
    }

    @Test
    void another_price_is_refused_with_a_new_quote() {
        SessionOffer offer = anOffer(1);
        Quote quote = quote(offer, 1);
        Objects.requireNonNull(sandbox)
                .control(clock())
                .change(offer.offerId(), new Change(null, IntNode.valueOf(99_900)));

        Reply reply = call("hold", new HoldQuote(quote.quoteId()));

        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("PRICE_CHANGED");
        assertThat(AgentHarness.failure(reply).getDetails()).contains("99900");
    }

    @Test
    void cancelling_is_free_until_a_day_before_and_then_costs_half() {
        Quote quote = quote(anOffer(1), 1);
        Booked early = booked(quote);
        Booked late = booked(quote(anOffer(1), 1));

        assertThat(cancelled(early, quote).fee()).isEqualTo(Money.cny(0));
        clock().set(DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        Cancelled cancelled = cancelled(late, quote);
        assertThat(cancelled.fee()).isEqualTo(cancelled.refund());
    }

    private Reply call(String verb, Object input) {
        return harness().call("sample-shop.session." + verb, input);
    }

    private List<SessionOffer> search(int people) {
        return AgentHarness.output(
                        call("search", new SessionSearch(DAY, people)), SessionOffers.class)
                .offers();
    }

    private SessionOffer anOffer(int people) {
        return search(people).getFirst();
    }

    /** How many places a session still has; zero when it is not found any more. */
    private int placesLeft(SessionOffer offer) {
        return search(1).stream()
                .filter(found -> found.offerId().equals(offer.offerId()))
                .mapToInt(SessionOffer::placesLeft)
                .sum();
    }

    private Quote quote(SessionOffer offer, int people) {
        return AgentHarness.output(
                        call("quote", new SessionQuote(offer.offerId(), people)), Quoted.class)
                .quote();
    }

    private String held(Quote quote) {
        return AgentHarness.output(call("hold", new HoldQuote(quote.quoteId())), Held.class)
                .holdId();
    }

    private Booked booked(Quote quote) {
        BookHold wish = new BookHold(quote.quoteId(), held(quote));
        return AgentHarness.output(
                harness().callAgreed("sample-shop.session.book", wish, quote), Booked.class);
    }

    private Cancelled cancelled(Booked booking, Quote quote) {
        return AgentHarness.output(
                harness()
                        .callAgreed(
                                "sample-shop.session.cancel",
                                new CancelBooking(booking.bookingId()),
                                quote),
                Cancelled.class);
    }
}
