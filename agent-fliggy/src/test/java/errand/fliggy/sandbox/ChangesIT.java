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
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.QuoteChange;
import errand.fliggy.travel.TrainOffer;
import errand.runtime.sandbox.Ware;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets of trains changed into others. */
@Tag("integration")
class ChangesIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, 2 * nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void a_dearer_train_costs_the_difference_and_gives_the_old_seats_back() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer cheap = trains.getFirst();
        TrainOffer dear = trains.getLast();
        Booked booked = traveller.book(cheap, 3);

        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), dear.offerId(), NOW));
        Task task = Tasks.agreeing(quoted.quote(), NOW);
        Changed changed = done(changeTrain(booked.bookingId(), quoted, task));

        assertThat(quoted.quote().total())
                .isEqualTo(dear.price().minus(cheap.price()).times(3))
                .isEqualTo(changed.paid());
        assertThat(changed.refund()).isEqualTo(Money.cny(0));
        assertThat(changed.worth()).isEqualTo(dear.price().times(3));
        assertThat(traveller.left(cheap.offerId())).isEqualTo(cheap.seatsLeft());
        assertThat(traveller.left(dear.offerId())).isEqualTo(seats(dear) - 3);
        assertThat(done(changeTrain(booked.bookingId(), quoted, task))).isEqualTo(changed);
        assertThat(traveller.left(dear.offerId())).isEqualTo(seats(dear) - 3);
    }

    @Test
    void a_cheaper_train_gives_the_difference_back_less_the_refund_fee_on_it() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer cheap = trains.getFirst();
        TrainOffer dear = trains.getLast();
        Booked booked = traveller.book(dear, 2);
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
        Booked booked = traveller.book(trains.get(0), 1);
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
        Booked booked = traveller.book(offer, 1);
        String elsewhere = traveller.trains("上海", "杭州", 1).getFirst().offerId();

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
        Booked booked = traveller.book(trains.getFirst(), 1);
        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), trains.getLast().offerId(), NOW));
        Quote plain = traveller.quote(trains.getLast(), 1);

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
        assertThat(traveller.left(trains.getFirst().offerId()))
                .isEqualTo(seats(trains.getFirst()) - 1);
    }

    @Test
    void a_price_that_moved_is_asked_again_and_a_full_train_leaves_the_old_seat() {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer to = trains.getLast();
        Booked booked = traveller.book(trains.getFirst(), 1);
        ChangeQuoted quoted = done(quoteTrain(booked.bookingId(), to.offerId(), NOW));
        Ware ware = traveller.ware(to.offerId());

        sandbox.room().deviate(ware, null, to.price().amount() + 700, NOW);
        Refused<?> moved = refused(changeTrain(booked.bookingId(), quoted, agreeing(quoted)));
        sandbox.room().deviate(ware, 0, to.price().amount(), NOW);
        Refused<?> full = refused(changeTrain(booked.bookingId(), quoted, agreeing(quoted)));

        assertThat(moved.code()).isEqualTo("PRICE_CHANGED");
        assertThat(full.code()).isEqualTo("SOLD_OUT");
        assertThat(traveller.left(trains.getFirst().offerId()))
                .isEqualTo(seats(trains.getFirst()) - 1);
    }

    @Test
    void of_twenty_who_change_to_the_last_seat_one_gets_it_and_all_others_keep_theirs()
            throws Exception {
        List<TrainOffer> trains = trainsByPrice();
        TrainOffer from =
                traveller.trains("北京", "杭州", 1).stream()
                        .max(Comparator.comparingInt(offer -> seats(offer)))
                        .orElseThrow();
        TrainOffer to =
                trains.stream().filter(each -> !each.equals(from)).findFirst().orElseThrow();
        List<Booked> booked =
                IntStream.range(0, 20).mapToObj(i -> traveller.book(from, 1)).toList();
        sandbox.room().deviate(traveller.ware(to.offerId()), 1, null, NOW);
        List<Callable<Outcome<Changed>>> all =
                booked.stream().map(each -> changing(each, to.offerId())).toList();

        assertThat(doneOf(race(all))).isEqualTo(1);
        assertThat(traveller.left(to.offerId())).isZero();
        assertThat(traveller.left(from.offerId())).isEqualTo(seats(from) - 19);
    }

    @Test
    void one_booking_becomes_one_other_however_many_try() throws Exception {
        List<TrainOffer> trains = trainsByPrice();
        Booked booked = traveller.book(trains.getFirst(), 1);
        List<Callable<Outcome<Changed>>> all =
                IntStream.range(0, 10)
                        .mapToObj(i -> changing(booked, trains.getLast().offerId()))
                        .toList();

        assertThat(doneOf(race(all))).isEqualTo(1);
        assertThat(traveller.left(trains.getLast().offerId()))
                .isEqualTo(seats(trains.getLast()) - 1);
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

    private List<TrainOffer> trainsByPrice() {
        return traveller.trains("北京", "杭州", 1).stream()
                .filter(offer -> offer.hasSeats(30))
                .sorted(Comparator.comparingLong(offer -> offer.price().amount()))
                .toList();
    }
}
