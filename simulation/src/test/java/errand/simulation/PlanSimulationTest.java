package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.simulation.Chaos.Met;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSimulationTest {

    private static final int SEEDS = Integer.getInteger("errand.simulation.seeds", 1_000);

    @Test
    @Tag("simulation")
    void whatever_happens_every_plan_ends_once_and_correctly() {
        meets(SEEDS);
    }

    @Test
    @Tag("full")
    void ten_thousand_times() {
        meets(10_000);
    }

    private static void meets(int seeds) {
        Map<Met, Integer> met = Simulate.seeds(seeds);
        System.Logger log = System.getLogger(PlanSimulationTest.class.getName());
        log.log(System.Logger.Level.INFO, "{0} seeds met {1}", seeds, met);
        assertThat(met.keySet())
                .as("what the seeds must have met")
                .containsAll(EnumSet.allOf(Met.class));
    }

    /** Seeds that once found a fault. */
    @ParameterizedTest
    @Tag("simulation")
    @ValueSource(longs = {3, 1397})
    void a_seed_that_once_failed_holds(long seed) {
        Simulate.one(seed);
    }
}
