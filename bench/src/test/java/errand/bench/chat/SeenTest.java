package errand.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeenTest {

    private static Seen of(String... ids) {
        var seen = new Seen();
        for (String id : ids) {
            seen.add(Place.of(id));
        }
        return seen;
    }

    @Test
    void whoever_was_told_all_once_misses_nothing() {
        var whole = of("3-7-0", "3-7-1", "3-9-0");

        assertThat(Audit.of(of("3-7-0", "3-7-1", "3-9-0"), whole)).isEqualTo(new Audit(3, 0, 0));
    }

    @Test
    void a_gap_is_counted_in_the_middle_and_at_the_end() {
        var whole = of("3-7-0", "3-7-1", "3-9-0", "3-11-0");

        assertThat(Audit.of(of("3-7-0", "3-9-0"), whole)).isEqualTo(new Audit(2, 0, 2));
        assertThat(Audit.of(of(), whole).missing()).isEqualTo(4);
    }

    @Test
    void an_event_that_comes_again_or_late_is_a_repetition() {
        var seen = of("3-7-0", "3-7-1", "3-7-1", "3-7-0", "3-8-0");

        assertThat(seen.repeated()).isEqualTo(2);
        assertThat(seen.size()).isEqualTo(3);
        assertThat(seen.last()).isEqualTo(Place.of("3-8-0").packed());
    }

    @Test
    void remembers_more_than_it_first_had_room_for() {
        var seen = new Seen();
        for (int i = 0; i < 100; i++) {
            seen.add(new Place(0, i, 0));
        }

        assertThat(seen.size()).isEqualTo(100);
        assertThat(of("0-0-0", "0-99-0", "0-100-0"))
                .satisfies(it -> assertThat(seen.missing(it)).isEqualTo(1));
    }

    @Test
    void what_is_no_id_is_refused() {
        assertThatThrownBy(() -> Place.of("7")).hasMessage("'7' is no id of an event");
        assertThat(Place.unpacked(Place.of("3-1841-2").packed())).isEqualTo("1841-2");
    }
}
