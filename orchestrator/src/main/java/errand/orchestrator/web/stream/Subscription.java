package errand.orchestrator.web.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One listener to the live records of one conversation, from an exact offset on. Bounded: a
 * listener that does not keep up is cut off, and comes back with the last id it saw.
 */
final class Subscription implements AutoCloseable {

    private static final int WAITING_AT_MOST = 1024;

    private static final ConsumerRecord<String, byte[]> END =
            new ConsumerRecord<>("", 0, 0L, "", new byte[0]);

    private final Tail tail;
    private final String conversationId;
    private final int partition;
    private final long from;
    private final BlockingQueue<ConsumerRecord<String, byte[]>> waiting =
            new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private volatile boolean cut;

    Subscription(Tail tail, String conversationId, int partition, long from) {
        this.tail = tail;
        this.conversationId = conversationId;
        this.partition = partition;
        this.from = from;
    }

    String conversationId() {
        return conversationId;
    }

    int partition() {
        return partition;
    }

    /** Every record of the conversation from this offset on is delivered, none before. */
    long from() {
        return from;
    }

    void offer(ConsumerRecord<String, byte[]> record) {
        if (!cut && !waiting.offer(record)) {
            cut();
        }
    }

    /** Nothing more comes: it was too slow, or the service stops. */
    void cut() {
        cut = true;
        waiting.clear();
        // Only to wake a listener that waits; one that does not sees the flag.
        boolean woken = waiting.offer(END);
        assert woken || isCut();
    }

    boolean isCut() {
        return cut;
    }

    /** The next record, or null when none came in time. */
    @Nullable ConsumerRecord<String, byte[]> next(Duration within) throws InterruptedException {
        ConsumerRecord<String, byte[]> record =
                waiting.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return record == END || cut ? null : record;
    }

    @Override
    public void close() {
        tail.leave(this);
    }
}
