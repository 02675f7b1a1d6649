package errand.orchestrator.view;

import errand.events.ConversationAdvanced;
import errand.schemas.serde.UnknownRecord;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds polls of the log into the database. Where it goes on is in the database, not in Kafka: a
 * record counts once, however often it is read. Belongs to one thread.
 */
final class ViewFolder implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(ViewFolder.class);

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<SpecificRecord> avro;
    private final ViewStore store;
    private final Standings standings;
    private final ViewMeters meters;
    private final Map<Integer, Long> expected = new HashMap<>();

    ViewFolder(
            Consumer<String, byte[]> consumer,
            Deserializer<SpecificRecord> avro,
            ViewStore store,
            int kept,
            ViewMeters meters) {
        this.consumer = consumer;
        this.avro = avro;
        this.store = store;
        this.standings = new Standings(store, kept);
        this.meters = meters;
    }

    /** Folds records as they came, as one transaction. */
    void fold(List<ConsumerRecord<String, byte[]>> records) throws SQLException {
        standings.fetch(keys(records));
        Batch batch = new Batch();
        for (ConsumerRecord<String, byte[]> record : records) {
            fold(record, batch);
        }
        if (!batch.isEmpty()) {
            store.write(batch, expected);
            expected.putAll(batch.next);
            standings.trim();
            meters.wrote(records.size(), batch.plans.size());
        }
    }

    /** Throws when the database is not where this instance believes it to be. */
    void checkPlace() throws SQLException {
        if (!expected.isEmpty()) {
            store.check(expected);
        }
    }

    private static Set<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.add(record.key()));
        return keys;
    }

    private void fold(ConsumerRecord<String, byte[]> record, Batch batch) {
        Long from = expected.get(record.partition());
        if (from == null || record.offset() < from) {
            return;
        }
        batch.read(record.partition(), record.offset());
        if (record.value() == null) {
            return;
        }
        ConversationAdvanced advanced = decoded(record);
        Fold.Folded folded =
                Fold.fold(
                        standings.get(advanced.getConversationId()),
                        advanced,
                        new Fold.Place(record.partition(), record.offset()));
        if (folded == null) {
            meters.repeated();
            return;
        }
        if (folded.gap()) {
            meters.gap();
            log.error(
                    "Conversation {} jumps to number {} at {}-{} offset {}: numbers before it are missing from the log.",
                    advanced.getConversationId(),
                    advanced.getSeq(),
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
        standings.put(folded.standing());
        batch.add(folded);
    }

    private ConversationAdvanced decoded(ConsumerRecord<String, byte[]> record) {
        try {
            SpecificRecord value = avro.deserialize(record.topic(), record.value());
            if (value instanceof ConversationAdvanced advanced
                    && advanced.getConversationId().equals(record.key())) {
                return advanced;
            }
        } catch (UnknownRecord newer) {
            throw newer;
        } catch (SerializationException broken) {
            throw unreadable(record, broken);
        }
        throw unreadable(record, null);
    }

    private static Unreadable unreadable(
            ConsumerRecord<String, byte[]> record,
            @org.jspecify.annotations.Nullable Exception cause) {
        return new Unreadable(
                "%s-%d offset %d is not a ConversationAdvanced of its key%s. The view stops there rather than leave it out; somebody else than the engine wrote it."
                        .formatted(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                cause == null ? "" : ": " + cause.getMessage()),
                cause);
    }

    /** A record that no engine wrote. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<Integer> numbers = new HashSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        try {
            expected.putAll(store.offsets(numbers));
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot read the view's offsets", failed);
        }
        for (TopicPartition partition : partitions) {
            long from = Objects.requireNonNull(expected.get(partition.partition()));
            consumer.seek(partition, from);
            log.info("The view goes on at {} offset {}.", partition, from);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        Set<Integer> numbers = new HashSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        standings.forget(numbers);
        expected.keySet().removeAll(numbers);
    }
}
