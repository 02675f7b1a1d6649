package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void each_holds_so_many_bytes_at_most_and_all_come_in_their_order() {
        assertThat(offsets(10, 300, 300, 400, 1, 999, 1_000, 0, 1))
                .containsExactly(
                        List.of(0L, 1L, 2L), // 1,000
                        List.of(3L, 4L), // 1,000
                        List.of(5L, 6L), // 1,000 and what has no value
                        List.of(7L));
    }

    @Test
    void one_that_is_larger_than_a_portion_is_one_by_itself() {
        assertThat(offsets(10, 5_000, 1, 5_000, 5_000))
                .containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of(3L));
    }

    @Test
    void of_nothing_there_is_none() {
        assertThat(offsets(10)).isEmpty();
    }

    /** A value of so many bytes each; 0 for none. */
    private static List<List<Long>> offsets(int keyBytes, int... sizes) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            byte[] value = sizes[i] == 0 ? null : new byte[sizes[i]];
            records.add(
                    new ConsumerRecord<>(
                            "t",
                            0,
                            i,
                            0L,
                            TimestampType.CREATE_TIME,
                            keyBytes,
                            value == null ? -1 : value.length,
                            "k",
                            value,
                            new RecordHeaders(),
                            Optional.empty()));
        }
        return Portions.of(records, 1_000).stream()
                .map(portion -> portion.stream().map(ConsumerRecord::offset).toList())
                .toList();
    }
}
