package errand.fliggy.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static errand.testkit.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Reservations;
import errand.fliggy.travel.Conflict;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.Itinerary;
import errand.fliggy.travel.ItineraryOf;
import errand.fliggy.travel.Leg;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trip of all that was booked. */
@Tag("integration")
class ItinerariesIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");

    private final Traveller traveller = new Traveller(DATABASE, 0);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void a_trip_is_shown_in_order_with_what_is_missing() {
        Task mine = user(Tasks.now(), "traveller-" + day);
        bookTrain("北京", "杭州", day, mine);
        bookTrain("杭州", "北京", day.plusDays(2), mine);
        bookRoom(day, day.plusDays(1), mine);

        Itinerary trip = done(sandbox.itineraries().of(new ItineraryOf(null, null), mine));
        Itinerary empty =
                done(
                        sandbox.itineraries()
                                .of(new ItineraryOf(day.plusDays(5), day.plusDays(9)), mine));

        assertThat(trip.legs())
                .extracting(Leg::kind)
                .containsExactly(Leg.Kind.TRAIN, Leg.Kind.HOTEL, Leg.Kind.TRAIN);
        assertThat(trip.conflicts())
                .extracting(Conflict::message)
                .containsExactly("%s晚在杭州没有订酒店。".formatted(day.plusDays(1)));
        assertThat(trip.total().amount())
                .isEqualTo(trip.legs().stream().mapToLong(leg -> leg.total().amount()).sum());
        assertThat(empty.legs()).isEmpty();
        assertThat(
                        refused(
                                        sandbox.itineraries()
                                                .of(new ItineraryOf(day, day.minusDays(1)), mine))
                                .code())
                .isEqualTo("BAD_PERIOD");
        assertThat(
                        done(sandbox.itineraries()
                                        .of(new ItineraryOf(null, null), user(mine, "eve")))
                                .legs())
                .isEmpty();
    }

    private void bookTrain(String from, String to, LocalDate date, Task mine) {
        TrainOffer offer =
                done(sandbox.railway().search(TrainSearch.of(from, to, date, 1), mine))
                        .offers()
                        .get(4);
        Quote quote =
                done(sandbox.railway().quote(new TrainQuote(offer.offerId(), 1), mine)).quote();
        book(sandbox.railway(), quote, mine);
    }

    private void bookRoom(LocalDate in, LocalDate out, Task mine) {
        HotelOffer offer =
                done(sandbox.hotels().search(HotelSearch.of("杭州", in, out, null, 1), mine))
                        .offers()
                        .getFirst();
        Quote quote =
                done(sandbox.hotels().quote(new HotelQuote(offer.offerId(), 1), mine)).quote();
        book(sandbox.hotels(), quote, mine);
    }

    private static void book(Reservations business, Quote quote, Task mine) {
        HoldQuote wish = new HoldQuote(quote.quoteId());
        Held held = done(business.hold(wish, user(Tasks.now(), mine.user())));
        done(
                business.book(
                        new BookHold(quote.quoteId(), held.holdId()),
                        user(Tasks.agreeing(quote, NOW), mine.user())));
    }

    private static Task user(Task task, String user) {
        return new Task(
                task.id(),
                task.planId(),
                user,
                task.lang(),
                task.now(),
                task.deadline(),
                1,
                task.terms());
    }
}
