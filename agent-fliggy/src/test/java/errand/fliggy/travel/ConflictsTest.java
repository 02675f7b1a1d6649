package errand.fliggy.travel;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Money;
import errand.fliggy.travel.Conflict.Code;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final Leg OUT = move("out", "12-07T08:00", "12-07T12:30", "北京", "杭州");
    private static final Leg BACK = move("back", "12-09T18:00", "12-09T22:30", "杭州", "北京");

    @Test
    void nothing_is_wrong_with_a_trip_that_fits() {
        Leg hotel = stay("hotel", "12-07T14:00", "12-09T12:00", "杭州");

        assertThat(in(OUT, hotel, BACK)).isEmpty();
    }

    @Test
    void each_night_without_a_room_is_said() {
        Leg hotel = stay("hotel", "12-07T14:00", "12-08T12:00", "杭州");

        assertThat(in(OUT, hotel, BACK))
                .containsExactly(
                        new Conflict(
                                Code.NO_HOTEL, List.of("out", "back"), "2026-12-08晚在杭州没有订酒店。"));
        assertThat(in(OUT, BACK)).hasSize(2).allMatch(found -> found.code() == Code.NO_HOTEL);
    }

    @Test
    void a_room_in_another_city_is_none() {
        Leg hotel = stay("hotel", "12-07T14:00", "12-09T12:00", "上海");

        assertThat(in(OUT, hotel, BACK)).hasSize(2);
    }

    @Test
    void arriving_after_the_next_departure_is_said_in_the_language_of_the_task() {
        Leg early = move("early", "12-07T12:00", "12-07T13:00", "杭州", "上海");

        assertThat(new Conflicts(false).in(sorted(OUT, early)))
                .containsExactly(
                        new Conflict(
                                Code.OVERLAP,
                                List.of("out", "early"),
                                "'out' ends at 12-07 12:30, after 'early' begins at 12-07 12:00; change one of them."));
    }

    @Test
    void leaving_from_where_one_is_not_is_said() {
        Leg elsewhere = move("elsewhere", "12-07T15:00", "12-07T18:00", "上海", "北京");

        assertThat(in(OUT, elsewhere)).extracting(Conflict::code).containsExactly(Code.ELSEWHERE);
    }

    @Test
    void nights_at_home_between_two_trips_need_no_room() {
        Leg again = move("again", "12-20T08:00", "12-20T10:00", "北京", "天津");
        Leg hotel = stay("hotel", "12-07T14:00", "12-09T12:00", "杭州");

        assertThat(in(OUT, hotel, BACK, again)).isEmpty();
    }

    @Test
    void tickets_for_when_one_is_under_way_are_said_unless_an_hour_of_them_is_left() {
        Leg morning = visit("morning", "12-07T08:30", "12-07T12:00");
        Leg afternoon = visit("afternoon", "12-07T12:00", "12-07T16:30");

        assertThat(in(OUT, morning)).extracting(Conflict::code).containsExactly(Code.OVERLAP);
        assertThat(in(OUT, afternoon)).isEmpty();
    }

    private static List<Conflict> in(Leg... legs) {
        return new Conflicts(true).in(sorted(legs));
    }

    private static List<Leg> sorted(Leg... legs) {
        return Stream.of(legs).sorted(Leg.BY_TIME).toList();
    }

    private static Leg move(String id, String begins, String ends, String from, String to) {
        return leg(id, Leg.Kind.TRAIN, begins, ends, from, to);
    }

    private static Leg stay(String id, String begins, String ends, String city) {
        return leg(id, Leg.Kind.HOTEL, begins, ends, city, city);
    }

    private static Leg visit(String id, String begins, String ends) {
        return leg(id, Leg.Kind.ATTRACTION, begins, ends, "杭州", "杭州");
    }

    private static Leg leg(
            String id, Leg.Kind kind, String begins, String ends, String from, String to) {
        return new Leg(id, kind, id, at(begins), at(ends), from, to, Money.cny(100), "");
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2026-" + time + ":00+08:00");
    }
}
