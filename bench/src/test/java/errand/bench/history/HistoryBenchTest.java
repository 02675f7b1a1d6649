package errand.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryBenchTest {

    @Test
    void measures_at_the_beginning_and_at_the_end_and_between_when_it_is_long() {
        assertThat(HistoryBench.stages(20_000)).containsExactly(2_000, 20_000);
        assertThat(HistoryBench.stages(1_000_000)).containsExactly(2_000, 100_000, 1_000_000);
    }
}
