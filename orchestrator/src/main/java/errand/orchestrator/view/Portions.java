package errand.orchestrator.view;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records in the order in which they came, in portions of a bounded size. What a batch needs in
 * memory grows with the bytes of its records, some hundred times: each touches a conversation,
 * which is decoded, written as a whole, and copied by the driver.
 */
final class Portions {

    private Portions() {}

    /**
     * @param bytes of the values of one portion at most; a larger record is one by itself
     */
    static List<List<ConsumerRecord<String, byte[]>>> of(
            List<ConsumerRecord<String, byte[]>> records, int bytes) {
        List<List<ConsumerRecord<String, byte[]>>> portions = new ArrayList<>();
        int from = 0;
        long held = 0;
        for (int i = 0; i < records.size(); i++) {
            int size = Math.max(0, records.get(i).serializedValueSize());
            if (held + size > bytes && i > from) {
                portions.add(records.subList(from, i));
                from = i;
                held = 0;
            }
            held += size;
        }
        if (from < records.size()) {
            portions.add(records.subList(from, records.size()));
        }
        return portions;
    }
}
