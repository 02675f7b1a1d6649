package errand.fliggy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-12-07");

    private final Cities cities = Cities.shipped();
    private final Timetable timetable = new Timetable(42, cities);

    @Test
    void has_trains_between_every_two_cities_with_a_number_of_their_own() {
        List<Train> all =
                cities.all().stream()
                        .flatMap(from -> cities.all().stream().flatMap(to -> trains(from, to)))
                        .toList();

        assertThat(all).hasSizeGreaterThan(870 * 5 - 1).doesNotHaveDuplicates();
        assertThat(all).allMatch(train -> train.number().length() <= 5);
        assertThat(all.stream().map(Train::number).collect(Collectors.toSet())).hasSameSizeAs(all);
        for (City from : cities.all()) {
            for (City to : cities.all()) {
                assertThat(timetable.between(from, to).isEmpty()).isEqualTo(from.equals(to));
            }
        }
    }

    @Test
    void takes_from_beijing_to_hangzhou_four_and_a_half_to_six_hours_for_553_to_626_yuan() {
        assertThat(between("北京", "杭州"))
                .allSatisfy(
                        train -> {
                            assertThat(train.minutes()).isBetween(260, 360);
                            for (int day = 0; day < 7; day++) {
                                assertThat(
                                                timetable.fen(
                                                        train,
                                                        SeatClass.SECOND,
                                                        MONDAY.plusDays(day)))
                                        .isBetween(55_300L, 62_600L);
                            }
                        });
    }

    @Test
    void runs_by_day_and_arrives_before_midnight() {
        for (City from : cities.all()) {
            for (City to : cities.all()) {
                assertThat(timetable.between(from, to))
                        .allSatisfy(
                                train -> {
                                    assertThat(train.departs())
                                            .isBetween(LocalTime.of(6, 20), LocalTime.of(20, 45));
                                    assertThat(train.arrivesOn(MONDAY).toLocalDate())
                                            .isEqualTo(MONDAY);
                                });
            }
        }
    }

    @Test
    void keeps_the_numbers_that_were_given_out_before_there_were_other_cities() {
        assertThat(between("北京", "上海")).extracting(Train::number).contains("G1", "G3");
        assertThat(between("北京", "杭州")).extracting(Train::number).contains("G41", "G55");
    }

    @Test
    void has_ordinary_trains_by_night_that_cost_less_and_arrive_the_next_day() {
        List<Train> slow =
                timetable.all(city("北京"), city("杭州")).stream()
                        .filter(train -> train.type() == TrainType.K)
                        .toList();

        assertThat(slow)
                .isNotEmpty()
                .allMatch(train -> train.arrivesOn(MONDAY).toLocalDate().isAfter(MONDAY))
                .allMatch(train -> train.fen(SeatClass.HARD_SLEEPER) < 55_300);
    }

    @Test
    void sells_out_around_a_public_holiday() {
        LocalDate holiday = LocalDate.parse("2026-10-01");

        assertThat(soldOut(holiday)).isGreaterThan(2 * soldOut(LocalDate.parse("2026-11-11")));
    }

    private long soldOut(LocalDate day) {
        return cities.all().stream()
                .flatMap(to -> trains(city("北京"), to))
                .filter(train -> timetable.seats(train, SeatClass.SECOND, day) == 0)
                .count();
    }

    @Test
    void leaves_beijing_from_the_south_for_shanghai_and_from_the_west_for_xian() {
        assertThat(between("北京", "上海").getFirst().fromStation()).isEqualTo("北京南站");
        assertThat(between("北京", "西安").getFirst().fromStation()).isEqualTo("北京西站");
        assertThat(between("西安", "北京").getFirst().toStation()).isEqualTo("北京西站");
    }

    @Test
    void is_the_same_under_the_same_seed_and_another_under_another() {
        assertThat(new Timetable(42, cities).between(city("上海"), city("成都")))
                .isEqualTo(between("上海", "成都"));
        assertThat(seatsOfAWeek(new Timetable(42, cities))).isEqualTo(seatsOfAWeek(timetable));
        assertThat(seatsOfAWeek(new Timetable(43, cities))).isNotEqualTo(seatsOfAWeek(timetable));
    }

    @Test
    void always_has_a_morning_and_an_afternoon_train_for_a_party_of_twelve() {
        for (int day = 0; day < 365; day++) {
            LocalDate date = MONDAY.plusDays(day);
            assertThat(between("北京", "杭州"))
                    .anyMatch(train -> timetable.seats(train, SeatClass.SECOND, date) >= 12);
            assertThat(between("杭州", "北京"))
                    .anyMatch(
                            train ->
                                    !train.departs().isBefore(LocalTime.of(15, 0))
                                            && timetable.seats(train, SeatClass.SECOND, date)
                                                    >= 12);
        }
    }

    @Test
    void team_building_for_twelve_leaves_room_for_a_meal_within_24_thousand() {
        Lodgings lodgings = new Lodgings(42, cities);
        for (int day = 0; day < 60; day++) {
            LocalDate start = MONDAY.plusDays(day);
            long rail =
                    12 * cheapest("北京", "杭州", start) + 12 * cheapest("杭州", "北京", start.plusDays(1));
            long rooms =
                    6
                            * lodgings.in(city("杭州")).stream()
                                    .mapToLong(hotel -> lodgings.fen(hotel, RoomType.TWIN, start))
                                    .min()
                                    .orElseThrow();
            assertThat(rail + rooms).isBetween(1_500_000L, 1_850_000L);
        }
    }

    private long cheapest(String from, String to, LocalDate day) {
        return between(from, to).stream()
                .filter(train -> timetable.seats(train, SeatClass.SECOND, day) >= 12)
                .mapToLong(train -> timetable.fen(train, SeatClass.SECOND, day))
                .min()
                .orElseThrow();
    }

    private List<Integer> seatsOfAWeek(Timetable timetable) {
        return timetable.between(city("北京"), city("杭州")).stream()
                .flatMap(
                        train ->
                                MONDAY.datesUntil(MONDAY.plusDays(7))
                                        .map(day -> timetable.seats(train, SeatClass.SECOND, day)))
                .toList();
    }

    private Stream<Train> trains(City from, City to) {
        return timetable.between(from, to).stream();
    }

    private List<Train> between(String from, String to) {
        return timetable.between(city(from), city(to));
    }

    private City city(String name) {
        return cities.find(name).orElseThrow();
    }
}
