package errand.runtime.kafka;

import errand.runtime.measure.TaskMetrics;
import errand.runtime.work.DeadLetter;
import errand.schemas.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record that could not be handled where an operator looks: its bytes as they were. */
final class DeadLetters {

    static final String WHY = "errand-why";
    static final String MESSAGE = "errand-message";
    static final String WHERE = "errand-where";
    static final String ATTEMPTS = "errand-attempts";
    static final String LEFT_OUT = "errand-left-out";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

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
        return Outbound.ifTooLarge(
                outbound.send(letter(record, record.value(), headers)),
                () -> outbound.send(withoutBytes(record, headers)));
    }

    /** A topic that was made smaller than its records: where the bytes lie is better than none. */
    private static ProducerRecord<byte[], byte @Nullable []> withoutBytes(
            ConsumerRecord<byte[], byte[]> record, Headers headers) {
        String left =
                "The %d bytes are more than this topic takes (max.message.bytes); they lie where errand-where says, as long as that topic keeps them."
                        .formatted(record.serializedValueSize());
        LOG.error("{}: {}", Delivery.Place.of(record), left);
        headers.add(LEFT_OUT, Trail.bytes(left));
        return letter(record, null, headers);
    }

    private static ProducerRecord<byte[], byte @Nullable []> letter(
            ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(
                Topics.deadLetters(record.topic()), null, record.key(), value, headers);
    }
}
