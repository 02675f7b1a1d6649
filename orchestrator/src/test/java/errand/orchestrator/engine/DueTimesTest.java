package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class DueTimesTest {

    private static final Bytes A = Bytes.wrap(new byte[] {1});
    private static final Bytes B = Bytes.wrap(new byte[] {2});

    private final DueTimes times = new DueTimes();

    @Test
    void hands_out_what_is_due_earliest_first_and_no_more_than_asked_for() {
        times.set(A, 20);
        times.set(B, 10);
        assertThat(keys(9, 0, 10)).isEmpty();
        assertThat(keys(30, 0, 1)).containsExactly(B);
        assertThat(keys(30, 0, 10)).containsExactly(A);
    }

    @Test
    void what_was_handed_out_comes_again_after_a_second_unless_it_moved() {
        times.set(A, 10);
        times.set(B, 10);
        assertThat(keys(10, 0, 10)).hasSize(2);
        times.set(A, 500);
        assertThat(keys(10, 999, 10)).isEmpty();
        assertThat(keys(10, 1_000, 10)).containsExactly(B);
        assertThat(keys(500, 1_001, 10)).containsExactly(A);
    }

    @Test
    void what_waits_for_nothing_any_more_is_not_handed_out() {
        times.set(A, 10);
        times.set(A, Stored.NEVER);
        assertThat(keys(100, 0, 10)).isEmpty();
    }

    private List<Bytes> keys(long now, long system, int atMost) {
        return times.due(now, system, atMost).stream().map(DueTimes.Due::key).toList();
    }
}
