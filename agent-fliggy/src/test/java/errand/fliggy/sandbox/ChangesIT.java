package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.QuoteChange;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.sandbox.Ware;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("integration")
class ChangesIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);
    private static int nextDay;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);
    private final LocalDate day = LocalDate.parse("2026-12-07").plusDays(2L * nextDay++);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void a_dearer_train_costs_the_difference_and_gives_the_old_seats_back() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer cheap = trains.getFirst();
        TrainOffer dear = trains.getLast();
        Booked booked = bookTrain(cheap, 3);

        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), dear.offerId(), NOW));
        Task task = Tasks.agreeing(quoted.quote(), NOW);
        Changed changed = done(changeTrain(booked.bookingId(), quoted, task));

        assertThat(quoted.quote().total())
                .isEqualTo(dear.price().minus(cheap.price()).times(3))
                .isEqualTo(changed.paid());
        assertThat(changed.refund()).isEqualTo(Money.cny(0));
        assertThat(changed.worth()).isEqualTo(dear.price().times(3));
        assertThat(left(cheap.offerId())).isEqualTo(cheap.seatsLeft());
        assertThat(left(dear.offerId())).isEqualTo(seats(dear) - 3);
        assertThat(done(changeTrain(booked.bookingId(), quoted, task))).isEqualTo(changed);
        assertThat(left(dear.offerId())).isEqualTo(seats(dear) - 3);
    }

    @Test
    void a_cheaper_train_gives_the_difference_back_less_the_refund_fee_on_it() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer cheap = trains.getFirst();
        TrainOffer dear = trains.getLast();
        Booked booked = bookTrain(dear, 2);
        Instant late = dear.departAt().toInstant().minus(Duration.ofHours(72));

        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), cheap.offerId(), late));

        long difference = dear.price().amount() - cheap.price().amount();
        long fee = Math.min(difference, Math.max(200, Math.round(difference * 0.05 / 50) * 50));
        assertThat(quoted.fee()).isEqualTo(Money.cny(2 * fee));
        assertThat(quoted.refund()).isEqualTo(Money.cny(2 * (difference - fee)));
        assertThat(quoted.quote().total()).isEqualTo(Money.cny(0));
    }

    @Test
    void a_train_ticket_is_changed_once_and_the_old_booking_is_worth_nothing_any_more() {
        List<TrainOffer> trains = trainsByPrice();
        Booked booked = bookTrain(trains.get(0), 1);
        Changed changed = change(booked.bookingId(), trains.get(1).offerId());

        Refused<?> again = refused(quoteTrain(changed.bookingId(), trains.get(2).offerId(), NOW));
        Refused<?> old = refused(quoteTrain(booked.bookingId(), trains.get(2).offerId(), NOW));
        Refused<?> cancelled =
                refused(
                        sandbox.railway()
                                .cancel(new CancelBooking(booked.bookingId()), Tasks.english()));

        assertThat(again.code()).isEqualTo("NOT_CHANGEABLE");
        assertThat(again.message()).isEqualTo("不能改签：一张火车票只能改签一次。可以退票后重新预订。");
        assertThat(old.code()).isEqualTo("ALREADY_CHANGED");
        assertThat(cancelled.message())
                .isEqualTo(
                        "Booking %s was changed; it is booking %s now. Use that one."
                                .formatted(booked.bookingId(), changed.bookingId()));
    }

    @Test
    void other_cities_and_the_same_train_are_refused() {
        TrainOffer offer = trainsByPrice().getFirst();
        Booked booked = bookTrain(offer, 1);
        String elsewhere = trains("上海", "杭州").getFirst().offerId();

        assertThat(refused(quoteTrain(booked.bookingId(), elsewhere, NOW)).code())
                .isEqualTo("NOT_CHANGEABLE");
        assertThat(refused(quoteTrain(booked.bookingId(), offer.offerId(), NOW)).code())
                .isEqualTo("SAME_OFFER");
        assertThat(refused(quoteTrain(booked.bookingId(), "T-X", NOW)).code())
                .isEqualTo("UNKNOWN_OFFER");
        assertThat(refused(quoteTrain("B-none", offer.offerId(), NOW)).code())
                .isEqualTo("UNKNOWN_BOOKING");
    }

    @Test
    void nothing_changes_without_consent_to_the_very_quote_of_the_change() {
        List<TrainOffer> trains = trainsByPrice();
        Booked booked = bookTrain(trains.getFirst(), 1);
        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), trains.getLast().offerId(), NOW));
        Quote plain = quote(trains.getLast(), 1);

        assertThat(refused(changeTrain(booked.bookingId(), quoted, Tasks.now())).code())
                .isEqualTo("NOT_AGREED");
        assertThat(
                        refused(
                                        changeTrain(
                                                booked.bookingId(),
                                                quoted,
                                                Tasks.agreeing(quoted.quote(), plain, NOW)))
                                .code())
                .isEqualTo("NOT_AGREED");
        assertThat(
                        refused(
                                        sandbox.railway()
                                                .hold(
                                                        new HoldQuote(quoted.quote().quoteId()),
                                                        Tasks.now()))
                                .code())
                .as("a whole ticket for the price of a difference")
                .isEqualTo("UNKNOWN_QUOTE");
        assertThat(left(trains.getFirst().offerId())).isEqualTo(seats(trains.getFirst()) - 1);
    }

    @Test
    void a_price_that_moved_is_asked_again_and_a_full_train_leaves_the_old_seat() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer to = trains.getLast();
        Booked booked = bookTrain(trains.getFirst(), 1);
        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), to.offerId(), NOW));
        Ware ware = sandbox.ware(to.offerId()).orElseThrow();

        sandbox.room().deviate(ware, null, to.price().amount() + 700, NOW);
        Refused<?> moved = refused(changeTrain(booked.bookingId(), quoted, agreeing(quoted)));
        sandbox.room().deviate(ware, 0, to.price().amount(), NOW);
        Refused<?> full = refused(changeTrain(booked.bookingId(), quoted, agreeing(quoted)));

        assertThat(moved.code()).isEqualTo("PRICE_CHANGED");
        assertThat(full.code()).isEqualTo("SOLD_OUT");
        assertThat(left(trains.getFirst().offerId())).isEqualTo(seats(trains.getFirst()) - 1);
    }

    @Test
    void of_twenty_who_change_to_the_last_seat_one_gets_it_and_all_others_keep_theirs()
            throws Exception {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer from = trains("北京", "杭州").stream().max(bySeats()).orElseThrow();
        TrainOffer to =
                trains.stream().filter(each -> !each.equals(from)).findFirst().orElseThrow();
        List<Booked> booked = IntStream.range(0, 20).mapToObj(i -> bookTrain(from, 1)).toList();
        sandbox.room().deviate(sandbox.ware(to.offerId()).orElseThrow(), 1, null, NOW);
        List<Callable<Outcome<Changed>>> all =
                booked.stream().map(each -> changing(each, to.offerId())).toList();

        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome<Changed>> one : threads.invokeAll(all)) {
                done += one.get() instanceof Done ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(1);
        assertThat(left(to.offerId())).isZero();
        assertThat(left(from.offerId())).isEqualTo(seats(from) - 19);
    }

    @Test
    void one_booking_becomes_one_other_however_many_try() throws Exception {
        List<TrainOffer> trains = trainsByPrice();
        Booked booked = bookTrain(trains.getFirst(), 1);
        List<Callable<Outcome<Changed>>> all =
                IntStream.range(0, 10)
                        .mapToObj(i -> changing(booked, trains.getLast().offerId()))
                        .toList();

        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome<Changed>> one : threads.invokeAll(all)) {
                done += one.get() instanceof Done ? 1 : 0;
            }
        }

        assertThat(done).isEqualTo(1);
        assertThat(left(trains.getLast().offerId())).isEqualTo(seats(trains.getLast()) - 1);
    }

    @Test
    void never_more_is_given_back_than_was_paid_through_many_changes_and_a_cancellation() {
        List<FlightOffer> flights = flightsOfOneAirline();
        Quote first = quote(flights.getFirst(), 2);
        long paid = first.total().amount();
        long back = 0;
        String booking = book(first).bookingId();
        Instant departs =
                flights.stream()
                        .map(flight -> flight.departAt().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();

        for (int i = 1; i <= 12; i++) {
            FlightOffer to = flights.get(i % flights.size());
            Instant now = departs.minus(Duration.ofHours(13L * (13 - i)));
            ChangeQuoted quoted =
                    done(
                            sandbox.flights()
                                    .quoteChange(
                                            new QuoteChange(booking, to.offerId()), Tasks.at(now)));
            Changed changed =
                    done(
                            sandbox.flights()
                                    .change(
                                            new ChangeBooking(booking, quoted.quote().quoteId()),
                                            Tasks.agreeing(quoted.quote(), now)));
            paid += changed.paid().amount();
            back += changed.refund().amount();
            booking = changed.bookingId();
            assertThat(back).as("after change %d", i).isLessThanOrEqualTo(paid);
            assertThat(changed.worth().amount()).isLessThanOrEqualTo(paid - back);
        }
        Cancelled cancelled =
                done(
                        sandbox.flights()
                                .cancel(
                                        new CancelBooking(booking),
                                        Tasks.at(departs.minus(Duration.ofHours(5)))));
        back += cancelled.refund().amount();

        assertThat(cancelled.fee().amount()).isPositive();
        assertThat(cancelled.refund().amount()).isPositive();
        assertThat(back).isLessThan(paid);
        assertThat(kept())
                .as("what was paid, less what was given back, is fees")
                .isEqualTo(paid - back);
    }

    /** All fees of changes and of the cancellation of this test's flights. */
    private static long kept() {
        return DB.sql(
                        """
                        select (select coalesce(sum(x.fee), 0) from fliggy.exchange x
                                join fliggy.quote q using (quote_id) where q.kind = 'FLIGHT_CHANGE')
                             + (select coalesce(sum(b.fee), 0) from fliggy.booking b
                                join fliggy.quote q using (quote_id) where q.kind like 'FLIGHT%')
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void another_airline_and_a_lower_cabin_are_refused() {
        List<FlightOffer> all = flights("北京", "广州");
        FlightOffer one = all.getFirst();
        FlightOffer other =
                all.stream()
                        .filter(each -> !each.airlineCode().equals(one.airlineCode()))
                        .findFirst()
                        .orElseThrow();
        String booking = book(quote(one, 1)).bookingId();

        Refused<?> refused =
                refused(
                        sandbox.flights()
                                .quoteChange(
                                        new QuoteChange(booking, other.offerId()),
                                        Tasks.english()));

        assertThat(refused.code()).isEqualTo("NOT_CHANGEABLE");
        assertThat(refused.message())
                .startsWith("It cannot be changed: a ticket changes only into");
    }

    private Callable<Outcome<Changed>> changing(Booked booked, String offerId) {
        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), offerId, NOW));
        return () -> changeTrain(booked.bookingId(), quoted, agreeing(quoted));
    }

    private Changed change(String bookingId, String offerId) {
        ChangeQuoted quoted = done(quoteTrain(bookingId, offerId, NOW));
        return done(changeTrain(bookingId, quoted, agreeing(quoted)));
    }

    private static Task agreeing(ChangeQuoted quoted) {
        return Tasks.agreeing(quoted.quote(), NOW);
    }

    private Outcome<ChangeQuoted> quoteTrain(String bookingId, String offerId, Instant now) {
        return sandbox.railway().quoteChange(new QuoteChange(bookingId, offerId), Tasks.at(now));
    }

    private Outcome<Changed> changeTrain(String bookingId, ChangeQuoted quoted, Task task) {
        return sandbox.railway()
                .change(new ChangeBooking(bookingId, quoted.quote().quoteId()), task);
    }

    private Booked bookTrain(TrainOffer offer, int people) {
        Quote quote = quote(offer, people);
        String hold =
                done(sandbox.railway().hold(new HoldQuote(quote.quoteId()), Tasks.now())).holdId();
        return done(
                sandbox.railway()
                        .book(new BookHold(quote.quoteId(), hold), Tasks.agreeing(quote, NOW)));
    }

    private Booked book(Quote quote) {
        String hold =
                done(sandbox.flights().hold(new HoldQuote(quote.quoteId()), Tasks.now())).holdId();
        return done(
                sandbox.flights()
                        .book(new BookHold(quote.quoteId(), hold), Tasks.agreeing(quote, NOW)));
    }

    private Quote quote(TrainOffer offer, int people) {
        return done(sandbox.railway().quote(new TrainQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    private Quote quote(FlightOffer offer, int people) {
        return done(sandbox.flights().quote(new FlightQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    private List<TrainOffer> trainsByPrice() {
        return trains("北京", "杭州").stream()
                .filter(offer -> offer.hasSeats(30))
                .sorted(Comparator.comparingLong(offer -> offer.price().amount()))
                .toList();
    }

    private List<TrainOffer> trains(String from, String to) {
        return done(sandbox.railway().search(TrainSearch.of(from, to, day, 1), Tasks.now()))
                .offers();
    }

    private List<FlightOffer> flights(String from, String to) {
        return done(sandbox.flights().search(FlightSearch.of(from, to, day, 2), Tasks.now()))
                .offers();
    }

    /** Of two days, so that there are many. */
    private List<FlightOffer> flightsOfOneAirline() {
        List<FlightOffer> today = flights("北京", "广州");
        String airline = today.getFirst().airlineCode();
        List<FlightOffer> tomorrow =
                done(sandbox.flights()
                                .search(
                                        FlightSearch.of("北京", "广州", day.plusDays(1), 2),
                                        Tasks.now()))
                        .offers();
        return Stream.concat(today.stream(), tomorrow.stream())
                .filter(each -> each.airlineCode().equals(airline))
                .toList();
    }

    private int left(String offerId) {
        Ware ware = sandbox.ware(offerId).orElseThrow();
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), NOW));
    }

    private static int seats(TrainOffer offer) {
        return Objects.requireNonNull(offer.seatsLeft());
    }

    private static Comparator<TrainOffer> bySeats() {
        return Comparator.comparingInt(ChangesIT::seats);
    }

    private static <O> O done(Outcome<O> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<O>) outcome).output();
    }

    private static Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused<?>) outcome;
    }
}
