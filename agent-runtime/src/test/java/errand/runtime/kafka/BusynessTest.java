package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusynessTest {

    private boolean allTaken;
    private int said;
    private final Busyness busyness = new Busyness(() -> allTaken, () -> said++);

    private void looks(boolean taken, int times) {
        allTaken = taken;
        for (int i = 0; i < times; i++) {
            busyness.look();
        }
    }

    @Test
    void says_that_it_is_busy_when_all_workers_stay_taken() {
        looks(true, 4);
        assertThat(busyness.isBusy()).isTrue();
        assertThat(said).isOne();
        looks(true, 20);
        assertThat(said).isOne();
    }

    @Test
    void says_nothing_of_what_passes() {
        for (int i = 0; i < 10; i++) {
            looks(true, 3);
            looks(false, 1);
        }
        assertThat(busyness.isBusy()).isFalse();
        assertThat(said).isZero();
    }

    @Test
    void says_when_it_is_over() {
        looks(true, 4);
        looks(false, 3);
        assertThat(busyness.isBusy()).isTrue();
        looks(false, 1);
        assertThat(busyness.isBusy()).isFalse();
        assertThat(said).isEqualTo(2);
    }
}
