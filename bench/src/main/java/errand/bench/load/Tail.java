package errand.bench.load;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** Reads a topic on a thread of its own until it is closed. */
public final class Tail implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;

    public Tail(
            String name,
            Consumer<byte[], byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> read(reader));
    }

    private void read(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader);
            }
        } catch (WakeupException closed) {
            // Closed.
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
