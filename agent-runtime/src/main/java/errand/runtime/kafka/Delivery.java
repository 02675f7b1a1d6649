package errand.runtime.kafka;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record that a lane holds, from when it came until it is settled. */
final class Delivery {

    /** Where a record is on its partition. */
    record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    private enum State {
        WAITING,
        BEGUN,
        GIVEN_BACK
    }

    private final ConsumerRecord<byte[], byte[]> record;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile AcknowledgeType settled = AcknowledgeType.RELEASE;

    Delivery(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    ConsumerRecord<byte[], byte[]> record() {
        return record;
    }

    Place place() {
        return Place.of(record);
    }

    /** Whether it is still this instance's to do. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    /** Whether nobody has begun with it, and now nobody will. */
    boolean giveBack() {
        return state.compareAndSet(State.WAITING, State.GIVEN_BACK);
    }

    int count() {
        return count(record);
    }

    static int count(ConsumerRecord<?, ?> record) {
        return record.deliveryCount().map(Short::intValue).orElse(1);
    }

    void settle(AcknowledgeType how) {
        settled = how;
    }

    AcknowledgeType settled() {
        return settled;
    }
}
