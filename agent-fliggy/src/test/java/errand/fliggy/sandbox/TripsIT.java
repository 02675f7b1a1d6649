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
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.ReleaseHold;
import errand.fliggy.travel.AttractionOffer;
import errand.fliggy.travel.AttractionQuote;
import errand.fliggy.travel.AttractionSearch;
import errand.fliggy.travel.BookTickets;
import errand.fliggy.travel.Cabin;
import errand.fliggy.travel.Conflict;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.HotelSort;
import errand.fliggy.travel.Itinerary;
import errand.fliggy.travel.ItineraryOf;
import errand.fliggy.travel.Leg;
import errand.fliggy.travel.Position;
import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.fliggy.travel.TrainType;
import errand.fliggy.travel.VisitSlot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flights, attractions, hotels with filters, and a trip of all of them. */
@Tag("integration")
class TripsIT {

    private static final Instant NOW = Tasks.NOW;
    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static int nextDay;

    private final Sandbox sandbox = Sandbox.on(DATABASE, 42);
    private final LocalDate day = LocalDate.parse("2026-12-07").plusDays(3L * nextDay++);

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void a_flight_is_quoted_with_fees_held_booked_and_cancelled_by_its_fare_rules() {
        FlightOffer offer = flights("北京", "广州").getFirst();
        Quote quote = quoted(offer, 2);
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
        assertThat(left(offer.offerId())).isEqualTo(seats(offer) - 2);
        assertThat(refused(cancelFlight(booked, departs)).code()).isEqualTo("DEPARTED");
        Cancelled cancelled = done(cancelFlight(booked, departs.minus(Duration.ofDays(3))));
        long fare = quote.lines().getFirst().unit().amount();
        assertThat(cancelled.fee()).isEqualTo(Money.cny((fare * 30 + 5_000) / 10_000 * 100 * 2));
        assertThat(cancelled.fee().plus(cancelled.refund())).isEqualTo(quote.total());
        assertThat(left(offer.offerId())).isEqualTo(seats(offer));
    }

    @Test
    void of_many_who_want_the_last_seat_of_a_flight_one_gets_it() throws Exception {
        FlightOffer offer = flights("上海", "成都").getFirst();
        sandbox.room().deviate(ware(offer.offerId()), 1, null, NOW);
        Quote quote = quoted(offer, 1);

        assertThat(
                        winners(
                                () ->
                                        sandbox.flights()
                                                .hold(new HoldQuote(quote.quoteId()), Tasks.now())))
                .isEqualTo(1);
    }

    @Test
    void a_flight_that_is_sold_out_leaves_the_train_and_no_hold() {
        FlightOffer offer = flights("北京", "武汉").getFirst();
        Quote quote = quoted(offer, 1);
        Held held = done(sandbox.flights().hold(new HoldQuote(quote.quoteId()), Tasks.now()));
        done(sandbox.flights().release(new ReleaseHold(held.holdId()), Tasks.now()));
        flights("北京", "武汉")
                .forEach(each -> sandbox.room().deviate(ware(each.offerId()), 0, null, NOW));

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
        List<FlightOffer> capital = flights("PEK", "广州");
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

    @Test
    void night_trains_are_found_by_type_and_class() {
        TrainSearch wish =
                new TrainSearch(
                        "北京",
                        "广州",
                        day,
                        2,
                        null,
                        null,
                        null,
                        SeatClass.SOFT_SLEEPER,
                        null,
                        List.of(TrainType.Z, TrainType.K),
                        null,
                        null,
                        null,
                        null);

        List<TrainOffer> offers = done(sandbox.railway().search(wish, Tasks.now())).offers();

        assertThat(offers)
                .isNotEmpty()
                .allMatch(offer -> offer.seatClass() == SeatClass.SOFT_SLEEPER)
                .allMatch(offer -> offer.arriveAt().toLocalDate().isAfter(day));
        assertThat(
                        done(sandbox.railway()
                                        .quote(
                                                new TrainQuote(offers.getFirst().offerId(), 2),
                                                Tasks.now()))
                                .quote()
                                .title())
                .contains("软卧");
    }

    @Test
    void hotels_are_found_near_a_place_by_words_and_by_area() {
        Position station = new Position(30.29, 120.21);
        HotelSearch near =
                new HotelSearch(
                        "杭州",
                        day,
                        day.plusDays(1),
                        RoomType.KING,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        station,
                        4.0,
                        null,
                        null);
        HotelSearch words = words("湖景");
        HotelSearch english = words("swimming pool");
        HotelSearch area =
                new HotelSearch(
                        "杭州",
                        day,
                        day.plusDays(1),
                        null,
                        1,
                        null,
                        4,
                        "西湖",
                        null,
                        null,
                        null,
                        null,
                        HotelSort.STARS,
                        null);

        assertThat(rooms(near))
                .isNotEmpty()
                .allMatch(offer -> Objects.requireNonNull(offer.kilometres()) <= 4)
                .isSortedAccordingTo(
                        (a, b) ->
                                Double.compare(
                                        Objects.requireNonNull(a.kilometres()),
                                        Objects.requireNonNull(b.kilometres())));
        assertThat(rooms(words)).isNotEmpty();
        assertThat(tags(rooms(words).getFirst())).anyMatch(tag -> tag.contains("湖景"));
        assertThat(tags(rooms(english).getFirst())).anyMatch(tag -> tag.contains("swimming"));
        assertThat(rooms(area))
                .isNotEmpty()
                .allMatch(offer -> offer.stars() >= 4 && offer.address().contains("西湖区"))
                .isSortedAccordingTo((a, b) -> Integer.compare(b.stars(), a.stars()));
    }

    @Test
    void tickets_are_priced_by_age_counted_by_slot_and_cancelled_until_the_day() {
        AttractionOffer offer = sights("雷峰塔").getFirst();
        Quote quote = tickets(offer, 2, 1, 1);
        Booked booked = done(book(quote, Tasks.agreeing(quote, NOW)));
        Instant morning = day.atStartOfDay(World.ZONE).toInstant();

        assertThat(offer.attraction()).isEqualTo("雷峰塔");
        assertThat(quote.total()).isEqualTo(Money.cny(2 * 4_000 + 2 * 2_000));
        assertThat(left(offer.offerId())).isEqualTo(offer.ticketsLeft() - 4);
        assertThat(done(cancelTickets(booked, morning)).refund()).isEqualTo(Money.cny(0));
        Quote other = tickets(offer, 0, 0, 1);
        Booked again = done(book(other, Tasks.agreeing(other, NOW)));
        assertThat(done(cancelTickets(again, morning.minusSeconds(1))).fee())
                .isEqualTo(Money.cny(0));
        assertThat(left(offer.offerId())).isEqualTo(offer.ticketsLeft());
    }

    @Test
    void of_many_who_want_the_last_ticket_one_gets_it_and_nobody_without_consent()
            throws Exception {
        AttractionOffer offer = sights("西溪").getFirst();
        sandbox.room().deviate(ware(offer.offerId()), 1, null, NOW);
        Quote quote = tickets(offer, 1, 0, 0);

        assertThat(refused(book(quote, Tasks.now())).code()).isEqualTo("NOT_AGREED");
        assertThat(winners(() -> book(quote, Tasks.agreeing(quote, NOW)))).isEqualTo(1);
        assertThat(left(offer.offerId())).isZero();
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
        Held held =
                done(
                        sandbox.railway()
                                .hold(
                                        new HoldQuote(quote.quoteId()),
                                        user(Tasks.now(), mine.user())));
        done(
                sandbox.railway()
                        .book(
                                new BookHold(quote.quoteId(), held.holdId()),
                                user(Tasks.agreeing(quote, NOW), mine.user())));
    }

    private void bookRoom(LocalDate in, LocalDate out, Task mine) {
        HotelOffer offer =
                done(sandbox.hotels().search(HotelSearch.of("杭州", in, out, null, 1), mine))
                        .offers()
                        .getFirst();
        Quote quote =
                done(sandbox.hotels().quote(new HotelQuote(offer.offerId(), 1), mine)).quote();
        Held held =
                done(
                        sandbox.hotels()
                                .hold(
                                        new HoldQuote(quote.quoteId()),
                                        user(Tasks.now(), mine.user())));
        done(
                sandbox.hotels()
                        .book(
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

    private HotelSearch words(String text) {
        return new HotelSearch(
                "杭州",
                day,
                day.plusDays(1),
                null,
                1,
                null,
                null,
                null,
                null,
                text,
                null,
                null,
                null,
                null);
    }

    private List<String> tags(HotelOffer offer) {
        Rooms rooms = (Rooms) ware(offer.offerId());
        return rooms.hotel().tags();
    }

    private List<HotelOffer> rooms(HotelSearch wish) {
        return done(sandbox.hotels().search(wish, Tasks.now())).offers();
    }

    private String note(String from, String to) {
        return Objects.requireNonNull(
                done(sandbox.flights().search(FlightSearch.of(from, to, day, 1), Tasks.now()))
                        .note());
    }

    private List<FlightOffer> flights(String from, String to) {
        return done(sandbox.flights().search(FlightSearch.of(from, to, day, 2), Tasks.now()))
                .offers();
    }

    private Quote quoted(FlightOffer offer, int people) {
        return done(sandbox.flights().quote(new FlightQuote(offer.offerId(), people), Tasks.now()))
                .quote();
    }

    private Outcome<Cancelled> cancelFlight(Booked booked, Instant now) {
        return sandbox.flights().cancel(new CancelBooking(booked.bookingId()), Tasks.at(now));
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

    private Ware ware(String offerId) {
        return sandbox.ware(offerId).orElseThrow();
    }

    private int left(String offerId) {
        Ware ware = ware(offerId);
        return ware.left(sandbox.room().shelves().look(List.of(ware.itemId()), ware.days(), NOW));
    }

    private static int seats(FlightOffer offer) {
        return Objects.requireNonNull(offer.seatsLeft());
    }

    private static <O> long winners(Callable<Outcome<O>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long done = 0;
            for (Future<Outcome<O>> one : threads.invokeAll(Collections.nCopies(24, work))) {
                done += one.get() instanceof Done ? 1 : 0;
            }
            return done;
        }
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
