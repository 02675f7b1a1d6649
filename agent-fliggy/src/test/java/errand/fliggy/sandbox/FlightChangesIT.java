package errand.fliggy.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.QuoteChange;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightSearch;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of flights changed by their fare rules. */
@Tag("integration")
class FlightChangesIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, 2 * nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void never_more_is_given_back_than_was_paid_through_many_changes_and_a_cancellation() {
        List<FlightOffer> flights = flightsOfOneAirline();
        Quote first = traveller.quote(flights.getFirst(), 2);
        long paid = first.total().amount();
        long back = 0;
        String booking = Traveller.book(sandbox.flights(), first).bookingId();
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

    @Test
    void another_airline_and_a_lower_cabin_are_refused() {
        List<FlightOffer> all = traveller.flights("北京", "广州");
        FlightOffer one = all.getFirst();
        FlightOffer other =
                all.stream()
                        .filter(each -> !each.airlineCode().equals(one.airlineCode()))
                        .findFirst()
                        .orElseThrow();
        String booking = traveller.book(one, 1).bookingId();

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

    /** Of two days, so that there are many. */
    private List<FlightOffer> flightsOfOneAirline() {
        List<FlightOffer> today = traveller.flights("北京", "广州");
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
}
