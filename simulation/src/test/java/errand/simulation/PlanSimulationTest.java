package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.simulation.Chaos.Met;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSimulationTest {

    private static final int SEEDS = Integer.getInteger("errand.simulation.seeds", 500);

    @Test
    void whatever_happens_every_plan_ends_once_and_correctly() {
        Map<Met, Integer> met = new EnumMap<>(Met.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            runs(seed).met().forEach((what, times) -> met.merge(what, times, Integer::sum));
        }
        System.Logger log = System.getLogger(PlanSimulationTest.class.getName());
        log.log(System.Logger.Level.INFO, "{0} seeds met {1}", SEEDS, met);
        assertThat(met.keySet())
                .as("what the seeds must have met")
                .containsAll(EnumSet.complementOf(EnumSet.of(Met.UNDO_FAILED)));
    }

    /** Seeds that once found a fault. */
    @ParameterizedTest
    @ValueSource(longs = {1})
    void a_seed_that_once_failed_holds(long seed) {
        runs(seed);
    }

    private static Chaos runs(long seed) {
        Run run = new Run(seed);
        try {
            new Invariants(run.toItsEnd()).hold();
            return run.chaos;
        } catch (Throwable e) {
            throw new AssertionError("Seed %d: %s%n%s".formatted(seed, e.getMessage(), run), e);
        }
    }
}
