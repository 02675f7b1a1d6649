package errand.bench.burst;

import errand.bench.load.Clients;
import errand.bench.load.Tail;
import errand.events.ConversationAdvanced;
import errand.facts.PlanClosed;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Plans that the log says are closed, from now on. */
final class Served implements AutoCloseable {

    private final AvroDeserializer avro;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final int partitions;
    private final Tail tail;

    Served(Clients clients, SchemaRegistry registry) {
        avro = new AvroDeserializer(registry);
        var log = clients.tail(new TopicNames("").events());
        partitions = log.assignment().size();
        tail = new Tail("served", log, this::read);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (avro.deserialize(record.topic(), record.value())
                instanceof ConversationAdvanced advanced) {
            for (Object fact : advanced.getEvents()) {
                if (fact instanceof PlanClosed plan) {
                    closed.add(plan.getPlanId());
                }
            }
        }
    }

    /** How many the log has. */
    int partitions() {
        return partitions;
    }

    /** Waits until all of these are closed. */
    void await(Set<String> plans, Duration within) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (!closed.containsAll(plans)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "%d of %d plans are not closed after %d s"
                                .formatted(
                                        plans.stream().filter(id -> !closed.contains(id)).count(),
                                        plans.size(),
                                        within.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
