package errand.fliggy.sandbox;

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
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.fliggy.travel.AttractionOffer;
import errand.fliggy.travel.AttractionQuote;
import errand.fliggy.travel.AttractionSearch;
import errand.fliggy.travel.BookTickets;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.World;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets of attractions, by age and slot. */
@Tag("integration")
class AttractionsIT {

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
    void tickets_are_priced_by_age_counted_by_slot_and_cancelled_until_the_day() {
        AttractionOffer offer = sights("雷峰塔").getFirst();
        Quote quote = tickets(offer, 2, 1, 1);
        Booked booked = done(book(quote, Tasks.agreeing(quote, NOW)));
        Instant morning = day.atStartOfDay(World.ZONE).toInstant();

        assertThat(offer.attraction()).isEqualTo("雷峰塔");
        assertThat(quote.total()).isEqualTo(Money.cny(2 * 4_000 + 2 * 2_000));
        assertThat(traveller.left(offer.offerId())).isEqualTo(offer.ticketsLeft() - 4);
        assertThat(done(cancelTickets(booked, morning)).refund()).isEqualTo(Money.cny(0));
        Quote other = tickets(offer, 0, 0, 1);
        Booked again = done(book(other, Tasks.agreeing(other, NOW)));
        assertThat(done(cancelTickets(again, morning.minusSeconds(1))).fee())
                .isEqualTo(Money.cny(0));
        assertThat(traveller.left(offer.offerId())).isEqualTo(offer.ticketsLeft());
    }

    @Test
    void of_many_who_want_the_last_ticket_one_gets_it_and_nobody_without_consent()
            throws Exception {
        AttractionOffer offer = sights("西溪").getFirst();
        sandbox.room().deviate(traveller.ware(offer.offerId()), 1, null, NOW);
        Quote quote = tickets(offer, 1, 0, 0);

        assertThat(refused(book(quote, Tasks.now())).code()).isEqualTo("NOT_AGREED");
        assertThat(doneOf(race(24, () -> book(quote, Tasks.agreeing(quote, NOW))))).isEqualTo(1);
        assertThat(traveller.left(offer.offerId())).isZero();
        assertThat(
                        refused(
                                        sandbox.attractions()
                                                .quote(
                                                        new AttractionQuote(
                                                                offer.offerId(), 0, null, null),
                                                        Tasks.now()))
                                .code())
                .isEqualTo("BAD_QUANTITY");
    }

    @Test
    void evening_tickets_are_found_by_slot_and_by_words_in_english() {
        AttractionSearch wish =
                new AttractionSearch(
                        "Hangzhou",
                        day,
                        "night boat",
                        2,
                        VisitSlot.EVENING,
                        null,
                        null,
                        null,
                        null);

        List<AttractionOffer> offers =
                done(sandbox.attractions().search(wish, Tasks.english())).offers();

        assertThat(offers).isNotEmpty().allMatch(offer -> offer.slot() == VisitSlot.EVENING);
        assertThat(offers.getFirst().reasons()).containsExactly("Fits 'night boat'");
    }

    private List<AttractionOffer> sights(String text) {
        return done(sandbox.attractions().search(AttractionSearch.of("杭州", day, text), Tasks.now()))
                .offers();
    }

    private Quote tickets(AttractionOffer offer, int adults, int children, int seniors) {
        AttractionQuote wish = new AttractionQuote(offer.offerId(), adults, children, seniors);
        return done(sandbox.attractions().quote(wish, Tasks.now())).quote();
    }

    private Outcome<Booked> book(Quote quote, Task task) {
        return sandbox.attractions().book(new BookTickets(quote.quoteId()), task);
    }

    private Outcome<Cancelled> cancelTickets(Booked booked, Instant now) {
        return sandbox.attractions().cancel(new CancelBooking(booked.bookingId()), Tasks.at(now));
    }
}
