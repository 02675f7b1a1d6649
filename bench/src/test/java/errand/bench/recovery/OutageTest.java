package errand.bench.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final Outage outage = new Outage(0);

    private void done(long millis) {
        outage.done(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void ends_with_what_is_done_after_the_longest_silence() {
        done(3); // was on its way when the process died
        done(20);
        done(4_020);
        done(4_030);
        done(5_000);

        assertThat(outage.seconds()).isEqualTo(4.02);
    }

    @Test
    void counts_from_the_kill_when_nothing_came_before_it() {
        done(700);
        done(710);

        assertThat(outage.seconds()).isEqualTo(0.7);
    }

    @Test
    void lasts_for_no_time_while_nothing_is_known() {
        assertThat(outage.seconds()).isZero();
    }
}
