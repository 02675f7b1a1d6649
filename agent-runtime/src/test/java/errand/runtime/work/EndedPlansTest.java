package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndedPlansTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final EndedPlans plans = new EndedPlans(Duration.ofHours(1));

    @Test
    void forgets_what_ended_long_ago() {
        plans.ended("p_old", NOW);
        plans.ended("p_new", NOW.plus(Duration.ofMinutes(61)));
        assertThat(plans.contains("p_old")).isFalse();
        assertThat(plans.contains("p_new")).isTrue();
        assertThat(plans.contains("p_other")).isFalse();
    }

    @Test
    void keeps_no_more_than_ten_thousand() {
        for (int i = 0; i <= 10_000; i++) {
            plans.ended("p_" + i, NOW);
        }
        assertThat(plans.contains("p_0")).isFalse();
        assertThat(plans.contains("p_1")).isTrue();
    }
}
