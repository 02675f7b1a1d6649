package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(at(100), 40);

    private static long at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000)).toNanos();
    }

    @Test
    void tells_how_many_were_done_a_second_every_five_seconds() {
        warmUp.passes(at(104.9), 90);
        warmUp.passes(at(105), 140);
        warmUp.passes(at(110), 640);
        warmUp.ends(at(112), 1_040);

        assertThat(warmUp.perSecond()).containsExactly(20.0, 100.0, 200.0);
    }

    @Test
    void what_is_measured_afterwards_is_no_warm_up_and_a_rest_below_a_second_is_left_out() {
        warmUp.passes(at(105), 540);
        warmUp.ends(at(105.5), 600);
        warmUp.passes(at(120), 9_000);

        assertThat(warmUp.perSecond()).containsExactly(100.0);
    }
}
