package errand.bench.load;

import errand.events.ConversationAdvanced;
import errand.facts.ConsentAsked;
import errand.facts.PlanClosed;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the log says from now on: which plans are closed, and which cards are shown. */
public final class Served implements AutoCloseable {

    private final AvroDeserializer avro;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final int partitions;
    private final BiConsumer<String, ConsentAsked> cards;
    private final Tail tail;

    /**
     * @param cards who is told of each card and the conversation in which it is shown
     */
    public Served(
            Clients clients, SchemaRegistry registry, BiConsumer<String, ConsentAsked> cards) {
        this.cards = cards;
        avro = new AvroDeserializer(registry);
        var log = clients.tail(new TopicNames("").events());
        partitions = log.assignment().size();
        tail = new Tail("served", log, this::read);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (avro.deserialize(record.topic(), record.value())
                instanceof ConversationAdvanced advanced) {
            for (Object fact : advanced.getEvents()) {
                switch (fact) {
                    case PlanClosed plan -> closed.add(plan.getPlanId());
                    case ConsentAsked card -> cards.accept(advanced.getConversationId(), card);
                    default -> {} // on the way
                }
            }
        }
    }

    /** Whether a plan is closed, well or not. */
    public boolean isClosed(String plan) {
        return closed.contains(plan);
    }

    /** How many the log has. */
    public int partitions() {
        return partitions;
    }

    /**
     * Waits until all of these are closed.
     *
     * @param meanwhile called often; throws when there is nothing to wait for any more
     */
    public void await(Set<String> plans, Duration within, Runnable meanwhile)
            throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (!closed.containsAll(plans)) {
            meanwhile.run();
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
