package errand.fliggy.sandbox;

import static errand.fliggy.sandbox.Traveller.seats;
import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.race;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Outcomes.rolledBack;
import static errand.testkit.Tasks.NOW;
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
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.fliggy.travel.TrainOffer;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Ware;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats of trains held, booked, released and cancelled; what holds for every ware. */
@Tag("integration")
class ReservationsIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void holds_books_and_counts_the_seats_down() {
        TrainOffer offer = traveller.trains("北京", "杭州", 12).getFirst();
        Quote quote = traveller.quote(offer, 12);

        Held held = done(hold(quote, Tasks.now()));
        Booked booked = done(book(quote, held, Tasks.agreeing(quote, NOW)));

        assertThat(held.expiresAt().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(booked.total()).isEqualTo(quote.total());
        assertThat(traveller.left(offer.offerId())).isEqualTo(seats(offer) - 12);
        assertThat(traveller.left(offer.offerId(), NOW.plus(Duration.ofDays(1))))
                .isEqualTo(seats(offer) - 12);
    }

    @Test
    void holding_booking_and_cancelling_twice_under_one_task_id_happens_once() {
        TrainOffer offer = traveller.trains("北京", "杭州", 1).getFirst();
        Quote quote = traveller.quote(offer, 1);
        Task holding = Tasks.now();
        Held held = done(hold(quote, holding));
        Task booking = Tasks.agreeing(quote, NOW);
        Booked booked = done(book(quote, held, booking));
        Task cancelling = Tasks.now();
        Cancelled cancelled = done(cancel(booked, cancelling));

        assertThat(done(hold(quote, holding))).isEqualTo(held);
        assertThat(done(book(quote, held, booking))).isEqualTo(booked);
        assertThat(done(cancel(booked, cancelling))).isEqualTo(cancelled);
        assertThat(traveller.left(offer.offerId())).isEqualTo(offer.seatsLeft());
    }

    @Test
    void of_fifty_who_want_the_last_three_seats_exactly_three_get_one() throws Exception {
        TrainOffer offer = traveller.trains("上海", "杭州", 1).getFirst();
        sandbox.room().shelves().set(item(offer), day, 3, null);
        Quote quote = traveller.quote(offer, 1);

        List<Outcome<Held>> outcomes = race(50, () -> hold(quote, Tasks.now()));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(47)
                .allMatch(outcome -> refused(outcome).code().equals("SOLD_OUT"));
        assertThat(takenOf(item(offer))).isEqualTo(3);
    }

    @Test
    void one_hold_becomes_one_booking_however_many_try() throws Exception {
        Quote quote = traveller.quote(traveller.trains("苏州", "南京", 1).getFirst(), 1);
        Held held = done(hold(quote, Tasks.now()));

        List<Outcome<Booked>> outcomes =
                race(20, () -> book(quote, held, Tasks.agreeing(quote, NOW)));

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .allMatch(outcome -> refused(outcome).code().equals("ALREADY_BOOKED"));
    }

    @Test
    void an_expired_hold_cannot_be_booked_and_its_seats_are_free_again() {
        TrainOffer offer = traveller.trains("武汉", "广州", 1).getFirst();
        sandbox.room().shelves().set(item(offer), day, 1, null);
        Quote quote = traveller.quote(offer, 1);
        Held held = done(hold(quote, Tasks.now()));
        Instant before = held.expiresAt().toInstant().minusSeconds(1);
        Instant after = held.expiresAt().toInstant();

        assertThat(refused(hold(quote, Tasks.at(before))).code()).isEqualTo("SOLD_OUT");
        Refused<?> late = refused(book(quote, held, Tasks.agreeing(quote, after)));
        assertThat(late.code()).isEqualTo("HOLD_EXPIRED");
        assertThat(late.message()).contains("只保留15分钟");
        assertThat(hold(quote, Tasks.at(after))).isInstanceOf(Done.class);
        assertThat(refused(book(quote, held, Tasks.agreeing(quote, before))).code())
                .isEqualTo("HOLD_EXPIRED");
    }

    @Test
    void another_price_is_refused_with_a_new_quote_that_can_be_held() {
        TrainOffer offer = traveller.trains("成都", "重庆", 2).getFirst();
        Quote before = traveller.quote(offer, 2);
        sandbox.room().shelves().set(item(offer), day, null, offer.price().amount() + 1_000);

        Refused<?> refused = refused(rolledBack(DATABASE, () -> hold(before, Tasks.now())));

        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.details()).isInstanceOf(Quoted.class);
        Quote now = ((Quoted) Objects.requireNonNull(refused.details())).quote();
        assertThat(now.total()).isEqualTo(before.total().plus(Money.cny(2_000)));
        assertThat(now.quoteId()).isNotEqualTo(before.quoteId());
        assertThat(refused.message())
                .contains(Refusals.yuan(before.total()), Refusals.yuan(now.total()));
        assertThat(hold(now, Tasks.now())).isInstanceOf(Done.class);
    }

    @Test
    void an_expired_quote_and_one_of_somebody_else_are_refused() {
        Quote quote = traveller.quote(traveller.trains("西安", "成都", 1).getFirst(), 1);
        Task later = Tasks.at(quote.validUntil().toInstant());
        Task mine = Tasks.now();
        Task theirs = new Task(mine.id(), "p_2", "eve", "zh", NOW, mine.deadline(), 1, null);

        assertThat(refused(hold(quote, later)).code()).isEqualTo("QUOTE_EXPIRED");
        assertThat(refused(hold(quote, theirs)).code()).isEqualTo("UNKNOWN_QUOTE");
        assertThat(
                        refused(sandbox.hotels().hold(new HoldQuote(quote.quoteId()), Tasks.now()))
                                .code())
                .isEqualTo("UNKNOWN_QUOTE");
    }

    @Test
    void books_only_what_the_person_saw() {
        Quote quote = traveller.quote(traveller.trains("天津", "北京", 1).getFirst(), 1);
        Quote other = traveller.quote(traveller.trains("广州", "北京", 1).getFirst(), 1);
        Held held = done(hold(quote, Tasks.now()));

        assertThat(refused(book(quote, held, Tasks.now())).code()).isEqualTo("NOT_AGREED");
        assertThat(refused(book(quote, held, Tasks.agreeing(other, NOW))).code())
                .isEqualTo("NOT_AGREED");
        assertThat(refused(book(quote, held, Tasks.agreeing(quote, other, NOW))).code())
                .isEqualTo("NOT_AGREED");
        assertThat(refused(book(other, held, Tasks.agreeing(other, NOW))).code())
                .isEqualTo("UNKNOWN_HOLD");
    }

    @Test
    void a_released_hold_gives_back_and_a_booked_one_must_be_cancelled() {
        TrainOffer offer = traveller.trains("深圳", "广州", 1).getFirst();
        Quote quote = traveller.quote(offer, 1);
        Held first = done(hold(quote, Tasks.now()));
        Held second = done(hold(quote, Tasks.now()));
        Booked booked = done(book(quote, second, Tasks.agreeing(quote, NOW)));

        assertThat(done(release(first)).released()).isTrue();
        assertThat(done(release(first)).released()).isFalse();
        assertThat(refused(book(quote, first, Tasks.agreeing(quote, NOW))).code())
                .isEqualTo("HOLD_RELEASED");
        assertThat(refused(release(second)).message()).contains(booked.bookingId());
        done(cancel(booked, Tasks.now()));
        assertThat(done(release(second)).released()).isFalse();
        assertThat(traveller.left(offer.offerId())).isEqualTo(offer.seatsLeft());
    }

    @Test
    void cancelling_says_the_fee_and_the_refund_and_is_impossible_after_departure() {
        TrainOffer offer = traveller.trains("北京", "上海", 2).getFirst();
        Quote quote = traveller.quote(offer, 2);
        Booked booked =
                done(book(quote, done(hold(quote, Tasks.now())), Tasks.agreeing(quote, NOW)));
        Instant departs = offer.departAt().toInstant();

        assertThat(refused(cancel(booked, Tasks.at(departs))).code()).isEqualTo("DEPARTED");
        Cancelled cancelled = done(cancel(booked, Tasks.at(departs.minus(Duration.ofHours(30)))));

        assertThat(cancelled.fee().amount() % 100).isEqualTo(0);
        assertThat(cancelled.fee().amount() * 10)
                .isBetween(quote.total().amount() - 1_000, quote.total().amount() + 1_000);
        assertThat(cancelled.fee().plus(cancelled.refund())).isEqualTo(quote.total());
    }

    @Test
    void control_sets_what_is_left_even_when_some_are_taken() {
        TrainOffer offer = traveller.trains("南京", "苏州", 5).getFirst();
        done(hold(traveller.quote(offer, 5), Tasks.now()));
        Ware ware = traveller.ware(offer.offerId());

        sandbox.room().deviate(ware, 2, 9_900L, NOW);

        assertThat(traveller.left(offer.offerId())).isEqualTo(2);
        assertThat(traveller.quote(offer, 2).total()).isEqualTo(Money.cny(19_800));
        assertThat(sandbox.hasItem(item(offer))).isTrue();
        assertThat(sandbox.hasItem("H-HGH01-TWIN")).isTrue();
        assertThat(sandbox.hasItem("T-G9999-SECOND")).isFalse();
        assertThat(sandbox.hasItem("anything")).isFalse();
    }

    private Outcome<Held> hold(Quote quote, Task task) {
        return sandbox.railway().hold(new HoldQuote(quote.quoteId()), task);
    }

    private Outcome<Released> release(Held held) {
        return sandbox.railway().release(new ReleaseHold(held.holdId()), Tasks.now());
    }

    private Outcome<Booked> book(Quote quote, Held held, Task task) {
        return sandbox.railway().book(new BookHold(quote.quoteId(), held.holdId()), task);
    }

    private Outcome<Cancelled> cancel(Booked booked, Task task) {
        return sandbox.railway().cancel(new CancelBooking(booked.bookingId()), task);
    }

    private static String item(TrainOffer offer) {
        return "T-%s-%s".formatted(offer.trainNo(), offer.seatClass());
    }

    private static int takenOf(String item) {
        return DB.sql("select coalesce(sum(quantity), 0) from fliggy.occupancy where item_id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }
}
