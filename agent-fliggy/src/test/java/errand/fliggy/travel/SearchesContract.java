package errand.fliggy.travel;

import static errand.testkit.Outcomes.done;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Quote.Line;
import errand.testkit.Outcomes;
import errand.testkit.Tasks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every adapter's searches keep, whoever is behind them. */
public abstract class SearchesContract {

    protected static final LocalDate DAY = LocalDate.parse("2026-12-07");

    /** From 北京 to 杭州 and to 广州 there are several trains and flights, in 杭州 several rooms. */
    protected abstract Searches searches();

    @Test
    void trains_are_listed_by_departure_and_told_apart() {
        List<TrainOffer> offers = trains(TrainSearch.of("北京", "杭州", DAY, 2));

        assertThat(offers).hasSizeGreaterThan(1);
        assertThat(offers.stream().map(TrainOffer::departAt).toList())
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(offers.stream().map(TrainOffer::offerId)).doesNotHaveDuplicates();
        assertThat(offers).allSatisfy(offer -> card(offer.title(), offer.image(), offer.price()));
        assertThat(offers).allSatisfy(offer -> addsUp(offer.lines(), offer.price()));
        assertThat(offers).allMatch(offer -> offer.departAt().toLocalDate().equals(DAY));
        assertThat(offers).anyMatch(offer -> offer.reasons().contains("价格最低"));
        assertThat(trains(TrainSearch.of("北京", "杭州", DAY, 2))).isEqualTo(offers);
    }

    @Test
    void trains_are_sifted_by_time_and_price_and_sorted_as_said() {
        List<TrainOffer> all = trains(TrainSearch.of("北京", "杭州", DAY, 1));
        Money most = all.stream().map(TrainOffer::price).min(BY_AMOUNT).orElseThrow();
        LocalTime noon = LocalTime.of(12, 0);

        List<TrainOffer> late = trains(trains(noon, null, null, null));
        List<TrainOffer> cheap = trains(trains(null, null, most, null));
        List<TrainOffer> early = trains(trains(null, LocalTime.of(18, 0), null, null));

        assertThat(late)
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allMatch(offer -> offer.departAt().getHour() >= 12);
        assertThat(dear(trains(null, null, null, TripSort.PRICE))).isSortedAccordingTo(BY_AMOUNT);
        assertThat(dear(trains(null, null, null, TripSort.PRICE)).getFirst()).isEqualTo(most);
        assertThat(cheap).isNotEmpty().allMatch(offer -> offer.price().equals(most));
        assertThat(early)
                .isNotEmpty()
                .allMatch(offer -> !offer.arriveAt().toLocalTime().isAfter(LocalTime.of(18, 0)));
    }

    @Test
    void flights_are_listed_by_price_and_sifted_by_airline_and_stops() {
        List<FlightOffer> offers = flights(FlightSearch.of("北京", "广州", DAY, 1));
        String airline = offers.getFirst().airlineCode();

        List<FlightOffer> ofOne = flights(flights(airline, null));
        List<FlightOffer> direct = flights(flights(null, 0));

        assertThat(offers).hasSizeGreaterThan(1);
        assertThat(offers.stream().map(FlightOffer::price).toList()).isSortedAccordingTo(BY_AMOUNT);
        assertThat(offers.stream().map(FlightOffer::offerId)).doesNotHaveDuplicates();
        assertThat(offers).allSatisfy(offer -> card(offer.title(), offer.image(), offer.price()));
        assertThat(offers).allSatisfy(offer -> addsUp(offer.lines(), offer.price()));
        assertThat(ofOne).isNotEmpty().allMatch(offer -> offer.airlineCode().equals(airline));
        assertThat(ofOne).hasSizeLessThan(offers.size());
        assertThat(direct).isNotEmpty().allMatch(offer -> offer.stops() == 0);
    }

    @Test
    void rooms_are_listed_by_price_and_sifted_by_type_and_breakfast() {
        List<HotelOffer> offers =
                rooms(HotelSearch.of("杭州", DAY, DAY.plusDays(2), RoomType.TWIN, 2));
        List<HotelOffer> fed = rooms(withBreakfast());

        assertThat(offers).hasSizeGreaterThan(1);
        assertThat(offers.stream().map(HotelOffer::price).toList()).isSortedAccordingTo(BY_AMOUNT);
        assertThat(offers).allMatch(offer -> offer.roomType() == RoomType.TWIN);
        assertThat(offers).allSatisfy(offer -> card(offer.title(), offer.image(), offer.price()));
        assertThat(offers.stream().map(HotelOffer::offerId)).doesNotHaveDuplicates();
        assertThat(fed).isNotEmpty().allMatch(HotelOffer::breakfast);
    }

    @Test
    void what_cannot_be_is_refused_in_the_language_of_the_task() {
        LocalDate passed = LocalDate.parse("2026-11-22");

        assertThat(
                        refused(
                                catalogue()
                                        .search(
                                                TrainSearch.of("北京", "杭州", passed, 1),
                                                Tasks.english())))
                .isEqualTo("DATE_PASSED");
        assertThat(refused(catalogue().search(TrainSearch.of("北京", "北京", DAY, 1), Tasks.now())))
                .isEqualTo("SAME_CITY");
        assertThat(
                        refused(
                                air().search(
                                                FlightSearch.of("北京", "广州", DAY.plusYears(2), 1),
                                                Tasks.now())))
                .isEqualTo("DATE_TOO_FAR");
        assertThat(refused(inns().search(HotelSearch.of("杭州", DAY, DAY, null, 1), Tasks.now())))
                .isEqualTo("NO_NIGHTS");
    }

    @Test
    void an_answer_has_as_many_offers_as_are_asked_for() {
        TrainSearch wish =
                new TrainSearch(
                        "北京", "杭州", DAY, 1, null, null, null, null, null, null, null, null, null,
                        1);

        assertThat(trains(wish)).hasSize(1);
    }

    private static final Comparator<Money> BY_AMOUNT = Comparator.comparingLong(Money::amount);

    private static TrainSearch trains(
            @Nullable LocalTime departAfter,
            @Nullable LocalTime arriveBefore,
            @Nullable Money most,
            @Nullable TripSort sort) {
        return new TrainSearch(
                "北京",
                "杭州",
                DAY,
                1,
                departAfter,
                null,
                arriveBefore,
                null,
                null,
                null,
                most,
                null,
                sort,
                null);
    }

    private static FlightSearch flights(@Nullable String airline, @Nullable Integer maxStops) {
        return new FlightSearch(
                "北京", "广州", DAY, 1, null, null, null, null, airline, null, maxStops, null, null,
                null);
    }

    private static HotelSearch withBreakfast() {
        return new HotelSearch(
                "杭州",
                DAY,
                DAY.plusDays(1),
                null,
                1,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null);
    }

    private List<Money> dear(TrainSearch wish) {
        return trains(wish).stream().map(TrainOffer::price).toList();
    }

    /** A picture is a key of ours, no address that somebody made up. */
    private static void card(String title, String image, Money price) {
        assertThat(title).isNotBlank();
        assertThat(image).matches("fliggy/[a-z]+/[A-Za-z0-9]+");
        assertThat(price.amount()).isPositive();
    }

    private static void addsUp(List<Line> lines, Money price) {
        assertThat(lines.stream().mapToLong(line -> line.amount().amount()).sum())
                .isEqualTo(price.amount());
    }

    private List<TrainOffer> trains(TrainSearch wish) {
        return done(catalogue().search(wish, Tasks.now())).offers();
    }

    private List<FlightOffer> flights(FlightSearch wish) {
        return done(air().search(wish, Tasks.now())).offers();
    }

    private List<HotelOffer> rooms(HotelSearch wish) {
        return done(inns().search(wish, Tasks.now())).offers();
    }

    private TrainCatalogue catalogue() {
        return Objects.requireNonNull(searches().trains());
    }

    private FlightCatalogue air() {
        return Objects.requireNonNull(searches().flights());
    }

    private HotelCatalogue inns() {
        return Objects.requireNonNull(searches().hotels());
    }

    private static String refused(Outcome<?> outcome) {
        return Outcomes.refused(outcome).code();
    }
}
