package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.simulation.Chaos.Met;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The five agents that are shipped, on PostgreSQL. One seed alone: {@code
 * -Derrand.simulation.seed=N}.
 */
class RealAgentsSimulationTest {

    private static final Long ONE = Long.getLong("errand.simulation.seed");
    private static final int FEW = Integer.getInteger("errand.simulation.real", 30);

    @Test
    @Tag("simulation")
    void whatever_happens_every_plan_ends_once_and_correctly() {
        Map<Met, Integer> met = ONE == null ? seeds(1, FEW) : seeds(ONE, ONE);
        assertThat(met).isNotEmpty();
    }

    @Test
    @Tag("full")
    void three_hundred_times() {
        assertThat(seeds(1, 300).keySet())
                .as("what the seeds must have met")
                .containsAll(Met.OF_REAL_AGENTS);
    }

    /** Otherwise a seed that fails could not be looked into. */
    @ParameterizedTest
    @Tag("simulation")
    @ValueSource(longs = {1, 2, 3})
    void the_same_seed_is_the_same_run(long seed) {
        assertThat(log(seed)).isEqualTo(log(seed));
    }

    private static String log(long seed) {
        return new Run(seed, RealWorld.of(seed)).toItsEnd().toString();
    }

    private static Map<Met, Integer> seeds(long first, long last) {
        Map<Met, Integer> met = new EnumMap<>(Met.class);
        for (long seed = first; seed <= last; seed++) {
            Simulate.one(seed, RealWorld.of(seed))
                    .met()
                    .forEach((what, times) -> met.merge(what, times, Integer::sum));
        }
        System.getLogger(RealAgentsSimulationTest.class.getName())
                .log(System.Logger.Level.INFO, "seeds {0} to {1} met {2}", first, last, met);
        return met;
    }
}
