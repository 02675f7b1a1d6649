package errand.fliggy.sandbox;

import static errand.testkit.Outcomes.done;

import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Reservations;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.sandbox.Ware;
import errand.testkit.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Somebody who travels in a sandbox world, on a day that nobody else in the database takes from.
 */
final class Traveller implements AutoCloseable {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-12-07");

    private final Sandbox sandbox;
    private final LocalDate day;

    /**
     * @param days after the first day
     */
    Traveller(DataSource data, int days) {
        sandbox = Sandbox.on(data, 42);
        day = FIRST_DAY.plusDays(days);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    LocalDate day() {
        return day;
    }

    List<TrainOffer> trains(String from, String to, int people) {
        return done(sandbox.railway().search(TrainSearch.of(from, to, day, people), Tasks.now()))
                .offers();
    }

    List<FlightOffer> flights(String from, String to) {
        return done(sandbox.flights().search(FlightSearch.of(from, to, day, 2), Tasks.now()))
                .offers();
    }

    Quote quote(TrainOffer offer, int people) {
        return done(sandbox.railway().quote(new TrainQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    Quote quote(FlightOffer offer, int people) {
        return done(sandbox.flights().quote(new FlightQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    Booked book(TrainOffer offer, int people) {
        return book(sandbox.railway(), quote(offer, people));
    }

    Booked book(FlightOffer offer, int people) {
        return book(sandbox.flights(), quote(offer, people));
    }

    /** Held, and booked with consent to just this quote. */
    static Booked book(Reservations business, Quote quote) {
        Held held = done(business.hold(new HoldQuote(quote.quoteId()), Tasks.now()));
        return done(
                business.book(
                        new BookHold(quote.quoteId(), held.holdId()),
                        Tasks.agreeing(quote, Tasks.NOW)));
    }

    Ware ware(String offerId) {
        return sandbox.ware(offerId).orElseThrow();
    }

    /** How many are left of an offer, as the world stands. */
    int left(String offerId) {
        return left(offerId, Tasks.NOW);
    }

    int left(String offerId, Instant now) {
        Ware ware = ware(offerId);
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), now));
    }

    static int seats(TrainOffer offer) {
        return Objects.requireNonNull(offer.seatsLeft());
    }

    static int seats(FlightOffer offer) {
        return Objects.requireNonNull(offer.seatsLeft());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
