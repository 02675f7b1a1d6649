package errand.runtime.kafka;

import errand.runtime.measure.TaskMetrics;
import errand.runtime.work.DeadLetter;
import errand.schemas.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts a record that could not be handled where an operator looks: its bytes as they were. */
final class DeadLetters {

    static final String WHY = "errand-why";
    static final String MESSAGE = "errand-message";
    static final String WHERE = "errand-where";
    static final String ATTEMPTS = "errand-attempts";

    private final Outbound outbound;
    private final TaskMetrics metrics;

    DeadLetters(Outbound outbound, TaskMetrics metrics) {
        this.outbound = outbound;
        this.metrics = metrics;
    }

    CompletableFuture<Void> put(ConsumerRecord<byte[], byte[]> record, DeadLetter why) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.add(WHY, Trail.bytes(why.reason()));
        headers.add(MESSAGE, Trail.bytes(why.message()));
        headers.add(
                WHERE,
                Trail.bytes(record.topic() + "-" + record.partition() + "@" + record.offset()));
        headers.add(ATTEMPTS, Trail.bytes(String.valueOf(Delivery.count(record))));
        metrics.deadLetter(Topics.deadLetters(record.topic()), why.reason());
        return outbound.send(
                new ProducerRecord<>(
                        Topics.deadLetters(record.topic()),
                        null,
                        record.key(),
                        record.value(),
                        headers));
    }
}
