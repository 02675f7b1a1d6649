package errand.bench.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueTest {

    @Test
    void reads_the_plans_that_wait_and_no_messages() {
        String metrics =
                """
                # TYPE errand_admission_queued gauge
                errand_admission_queued{lane="execution"} 1234.0
                errand_admission_queued{lane="planning"} 9.0
                errand_admission_under_way{lane="execution"} 400.0
                """;

        assertThat(Queue.length(metrics)).isEqualTo(1234);
        assertThat(Queue.length("")).isZero();
    }
}
