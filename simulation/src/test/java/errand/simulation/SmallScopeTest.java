package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("simulation")
class SmallScopeTest {

    @Test
    void no_interleaving_of_a_small_plan_has_a_bad_end() {
        int states = SmallScope.explore();
        System.getLogger(SmallScopeTest.class.getName())
                .log(System.Logger.Level.INFO, "{0} states, no bad end", states);
        assertThat(states).isGreaterThan(1_000);
    }
}
