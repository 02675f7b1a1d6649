package errand.orchestrator.engine;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code conversation.inbox}, not decoded yet.
 *
 * @param timestamp Kafka's; system time, decides nothing
 */
record InboxRecord(
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {

    /** One that was read without Kafka Streams. */
    static InboxRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new InboxRecord(
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /** The conversation it is meant for; only for a record with a key. */
    String conversationId() {
        return new String(Objects.requireNonNull(key), StandardCharsets.UTF_8);
    }

    /** The last header of that name as text, or null. */
    @Nullable String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
