package errand.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppendedTest {

    private final Appended appended = new Appended(2);

    @Test
    void knows_when_a_record_came_and_nothing_of_others() {
        appended.add(1, 5, 1_000);

        assertThat(appended.at(1, 5)).isEqualTo(1_000);
        assertThat(appended.at(0, 5)).isEqualTo(-1);
        assertThat(appended.at(1, 6)).isEqualTo(-1);
    }

    @Test
    void forgets_what_is_long_past_rather_than_mixing_it_up() {
        appended.add(1, 5, 1_000);
        appended.add(1, 5 + 4096, 2_000);

        assertThat(appended.at(1, 5)).isEqualTo(-1);
        assertThat(appended.at(1, 5 + 4096)).isEqualTo(2_000);
    }
}
