package errand.fliggy.sandbox;

import static errand.testkit.Outcomes.done;
import static errand.testkit.Outcomes.doneOf;
import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.HotelSort;
import errand.fliggy.travel.Position;
import errand.fliggy.travel.RoomType;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rooms as they are searched, quoted and held, night by night. */
@Tag("integration")
class HotelsIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");
    private static final JdbcClient DB = JdbcClient.create(DATABASE);
    private static int nextDay;

    private final Traveller traveller = new Traveller(DATABASE, 3 * nextDay++);
    private final Sandbox sandbox = traveller.sandbox();
    private final LocalDate day = traveller.day();

    @AfterEach
    void leave() {
        traveller.close();
    }

    @Test
    void finds_six_twin_rooms_cheapest_first_and_quotes_each_night() {
        List<HotelOffer> offers = rooms("杭州", day, day.plusDays(2));

        Quote quote = quoteRooms(offers.getFirst().offerId(), 6);

        assertThat(offers)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.price().amount(), b.price().amount()));
        assertThat(offers).allMatch(offer -> Objects.requireNonNull(offer.roomsLeft()) >= 6);
        assertThat(quote.lines()).hasSize(2).allMatch(line -> line.quantity() == 6);
        assertThat(quote.details().get("address")).asString().startsWith("杭州市");
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
    void of_fifty_who_want_overlapping_nights_no_night_is_sold_twice() throws Exception {
        HotelOffer one = rooms("南京", day, day.plusDays(2)).getFirst();
        String item = one.offerId().substring(0, one.offerId().length() - 18);
        sandbox.room().shelves().set(item, null, 2, null);
        Quote early = quoteRooms(one.offerId(), 1);
        Quote late = quoteRooms(offerId(item, day.plusDays(1), day.plusDays(3)), 1);

        AtomicInteger runner = new AtomicInteger();

        List<Outcome<Held>> outcomes =
                race(
                        50,
                        () -> {
                            boolean first = runner.getAndIncrement() % 2 == 0;
                            return sandbox.hotels()
                                    .hold(
                                            new HoldQuote((first ? early : late).quoteId()),
                                            Tasks.now());
                        });

        assertThat(doneOf(outcomes)).isEqualTo(2);
        assertThat(mostTakenOnADay(item)).isEqualTo(2);
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
        Rooms rooms = (Rooms) traveller.ware(offer.offerId());
        return rooms.hotel().tags();
    }

    private List<HotelOffer> rooms(HotelSearch wish) {
        return done(sandbox.hotels().search(wish, Tasks.now())).offers();
    }

    private List<HotelOffer> rooms(String city, LocalDate in, LocalDate out) {
        HotelSearch wish = HotelSearch.of(city, in, out, RoomType.TWIN, 6);
        return done(sandbox.hotels().search(wish, Tasks.now())).offers();
    }

    private Quote quoteRooms(String offerId, int rooms) {
        return done(sandbox.hotels().quote(new HotelQuote(offerId, rooms), Tasks.now())).quote();
    }

    private static String offerId(String item, LocalDate in, LocalDate out) {
        return "%s-%s-%s"
                .formatted(item, in.toString().replace("-", ""), out.toString().replace("-", ""));
    }

    private static int mostTakenOnADay(String item) {
        return DB.sql(
                        """
                        select max(n) from (select sum(quantity) as n from fliggy.occupancy
                        where item_id = ? group by day) days
                        """)
                .param(item)
                .query(Integer.class)
                .single();
    }
}
