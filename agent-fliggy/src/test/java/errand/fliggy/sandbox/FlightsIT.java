package errand.fliggy.sandbox;

import static errand.fliggy.sandbox.Traveller.seats;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.doneOf;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.fliggy.travel.Cabin;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainSearch;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flights from the search to the fare rules of a cancellation. */
@Tag("integration")
class FlightsIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, 3 * nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void a_flight_is_quoted_with_fees_held_booked_and_cancelled_by_its_fare_rules() {
        FlightOffer offer = traveller.flights("北京", "广州").getFirst();
        Quote quote = traveller.quote(offer, 2);
        Held held = done(sandbox.flights().hold(new HoldQuote(quote.quoteId()), Tasks.now()));
        Booked booked =
                done(
                        sandbox.flights()
                                .book(
                                        new BookHold(quote.quoteId(), held.holdId()),
                                        Tasks.agreeing(quote, NOW)));
        Instant departs = offer.departAt().toInstant();

        assertThat(quote.lines()).extracting(Quote.Line::title).contains("机建费", "燃油附加费");
        assertThat(quote.total()).isEqualTo(offer.price().times(2));
        assertThat(quote.details()).containsKeys("baggage", "arriveAt", "departTime");
        assertThat(traveller.left(offer.offerId())).isEqualTo(seats(offer) - 2);
        assertThat(refused(cancelFlight(booked, departs)).code()).isEqualTo("DEPARTED");
        Cancelled cancelled = done(cancelFlight(booked, departs.minus(Duration.ofDays(3))));
        long fare = quote.lines().getFirst().unit().amount();
        assertThat(cancelled.fee()).isEqualTo(Money.cny((fare * 30 + 5_000) / 10_000 * 100 * 2));
        assertThat(cancelled.fee().plus(cancelled.refund())).isEqualTo(quote.total());
        assertThat(traveller.left(offer.offerId())).isEqualTo(seats(offer));
    }

    @Test
    void of_many_who_want_the_last_seat_of_a_flight_one_gets_it() throws Exception {
        FlightOffer offer = traveller.flights("上海", "成都").getFirst();
        sandbox.room().deviate(traveller.ware(offer.offerId()), 1, null, NOW);
        Quote quote = traveller.quote(offer, 1);

        assertThat(
                        doneOf(
                                race(
                                        24,
                                        () ->
                                                sandbox.flights()
                                                        .hold(
                                                                new HoldQuote(quote.quoteId()),
                                                                Tasks.now()))))
                .isEqualTo(1);
    }

    @Test
    void a_flight_that_is_sold_out_leaves_the_train_and_no_hold() {
        FlightOffer offer = traveller.flights("北京", "武汉").getFirst();
        Quote quote = traveller.quote(offer, 1);
        Held held = done(sandbox.flights().hold(new HoldQuote(quote.quoteId()), Tasks.now()));
        done(sandbox.flights().release(new ReleaseHold(held.holdId()), Tasks.now()));
        traveller
                .flights("北京", "武汉")
                .forEach(
                        each ->
                                sandbox.room()
                                        .deviate(traveller.ware(each.offerId()), 0, null, NOW));

        FlightOffers none =
                done(sandbox.flights().search(FlightSearch.of("北京", "武汉", day, 1), Tasks.now()));
        List<TrainOffer> trains =
                done(sandbox.railway().search(TrainSearch.of("北京", "武汉", day, 1), Tasks.now()))
                        .offers();

        assertThat(none.offers()).isEmpty();
        assertThat(none.soldOut()).isPositive();
        assertThat(
                        refused(sandbox.flights().hold(new HoldQuote(quote.quoteId()), Tasks.now()))
                                .code())
                .isEqualTo("SOLD_OUT");
        assertThat(trains).isNotEmpty();
    }

    @Test
    void airports_airlines_and_cabins_are_understood_and_short_ways_are_not_flown() {
        List<FlightOffer> capital = traveller.flights("PEK", "广州");
        FlightSearch business =
                new FlightSearch(
                        "Beijing",
                        "上海虹桥机场",
                        day,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Cabin.BUSINESS,
                        null,
                        null,
                        null,
                        null);

        assertThat(capital).allMatch(offer -> offer.fromCode().equals("PEK"));
        assertThat(done(sandbox.flights().search(business, Tasks.now())).offers())
                .allMatch(offer -> offer.cabin() == Cabin.BUSINESS && offer.toCode().equals("SHA"));
        assertThat(note("上海", "杭州")).contains("没有航班", "train.search");
        assertThat(note("苏州", "北京")).contains("苏州没有机场");
        assertThat(
                        refused(
                                        sandbox.flights()
                                                .search(
                                                        new FlightSearch(
                                                                "北京", "广州", day, 1, null, null,
                                                                null, null, "火箭航空", null, null,
                                                                null, null, null),
                                                        Tasks.now()))
                                .code())
                .isEqualTo("UNKNOWN_AIRLINE");
    }

    private String note(String from, String to) {
        return Objects.requireNonNull(
                done(sandbox.flights().search(FlightSearch.of(from, to, day, 1), Tasks.now()))
                        .note());
    }

    private Outcome<Cancelled> cancelFlight(Booked booked, Instant now) {
        return sandbox.flights().cancel(new CancelBooking(booked.bookingId()), Tasks.at(now));
    }
}
