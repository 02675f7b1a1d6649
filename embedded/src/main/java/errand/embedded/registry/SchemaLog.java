package errand.embedded.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The {@code _schemas} topic, one partition, compacted: what was appended is there for good, and
 * was read back by this registry's own reader before anybody hears of it.
 */
final class SchemaLog implements AutoCloseable {

    static final String TOPIC = "_schemas";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaLog.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final Duration patience;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<LogRecord> fold;
    private final Thread reader;
    private final Object progress = new Object();
    private long position;
    private volatile boolean closed;

    /** Opens the log and folds all of it; needs a broker that answers. */
    SchemaLog(String bootstrapServers, Duration patience, Consumer<LogRecord> fold) {
        this.patience = patience;
        this.fold = fold;
        Map<String, Object> common =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "errand-registry",
                        "request.timeout.ms",
                        (int) patience.dividedBy(4).toMillis(),
                        "default.api.timeout.ms",
                        (int) patience.toMillis());
        admin = Admin.create(common);
        producer = producer(bootstrapServers, patience);
        consumer =
                new KafkaConsumer<>(
                        with(common, Map.of("auto.offset.reset", "earliest")),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        reader = Thread.ofPlatform().name("registry-log").daemon().unstarted(this::read);
        boolean open = false;
        try {
            createTopic();
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            reader.start();
            catchUp();
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(
            String bootstrapServers, Duration patience) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "errand-registry",
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "buffer.memory",
                        4 * 1024 * 1024L,
                        "max.block.ms",
                        patience.toMillis(),
                        "request.timeout.ms",
                        (int) patience.dividedBy(4).toMillis(),
                        "delivery.timeout.ms",
                        (int) patience.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** Appends and returns when the broker has it and this registry's own reader has folded it. */
    void append(LogRecord record) {
        await(send(record.key(), record.value()) + 1);
    }

    /** Takes back a record that counted for nothing, so that compaction removes it. */
    void withdraw(LogRecord record) {
        send(record.key(), null);
    }

    private long send(byte[] key, byte @Nullable [] value) {
        try {
            return producer.send(new ProducerRecord<>(TOPIC, 0, key, value)).get().offset();
        } catch (ExecutionException failed) {
            throw Refusal.logDown(String.valueOf(failed.getCause()));
        } catch (KafkaException failed) {
            throw Refusal.logDown(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.logDown("interrupted");
        }
    }

    /** Folds whatever stands in the log by now, whoever wrote it. */
    void catchUp() {
        await(end());
    }

    /** Where it ends now. A topic that was made a moment ago may not be known to the broker yet. */
    private long end() {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var ends = admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()));
                return answer(ends.partitionResult(PARTITION)).orElseThrow().offset();
            } catch (KafkaException failed) {
                boolean unknown = failed.getCause() instanceof UnknownTopicOrPartitionException;
                if (!unknown || System.nanoTime() > until) {
                    throw failed;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private void await(long wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (progress) {
            while (position < wanted) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || closed) {
                    throw Refusal.logDown(
                            "topic %s was not read up to offset %d in time"
                                    .formatted(TOPIC, wanted));
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw Refusal.logDown("interrupted");
                }
            }
        }
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    fold(record);
                }
                long reached = consumer.position(PARTITION);
                synchronized (progress) {
                    position = reached;
                    progress.notifyAll();
                }
            }
        } catch (WakeupException ended) {
            // close() woke it.
        }
    }

    private void fold(ConsumerRecord<byte[], byte[]> record) {
        try {
            LogRecord said = LogRecord.parse(record.key(), record.value());
            if (said != null) {
                fold.accept(said);
            }
        } catch (JacksonException | Refusal notOurs) {
            // It counts for nothing here, and so for every registry.
            LOG.warn("{} offset {} is no record of a registry", TOPIC, record.offset(), notOurs);
        }
    }

    private void createTopic() {
        NewTopic topic =
                new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
        try {
            answer(admin.createTopics(List.of(topic)).all());
        } catch (KafkaException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
            refuseUnlessCompacted();
        }
    }

    private void refuseUnlessCompacted() {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        var configs = admin.describeConfigs(List.of(resource)).all();
        String policy =
                answer(configs)
                        .map(all -> all.get(resource))
                        .map(config -> config.get("cleanup.policy").value())
                        .orElse("");
        if (!policy.equals("compact")) {
            throw new IllegalStateException(
                    "Topic %s has cleanup.policy=%s: schemas would be lost with age. Set cleanup.policy=compact on it."
                            .formatted(TOPIC, policy));
        }
    }

    private <T> Optional<T> answer(KafkaFuture<T> future) {
        try {
            // The client gives up by itself after that long: one answer, not two, for silence.
            return Optional.ofNullable(future.get(2 * patience.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException silent) {
                throw noAnswer(silent);
            }
            throw new KafkaException(
                    "The broker did not do it: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw noAnswer(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the broker.", interrupted);
        }
    }

    private KafkaException noAnswer(Exception cause) {
        return new KafkaException(
                "The broker did not answer within %d s.".formatted(patience.toSeconds()), cause);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        synchronized (progress) {
            progress.notifyAll();
        }
        if (reader.getState() == Thread.State.NEW) {
            consumer.close();
        }
        producer.close(Duration.ofSeconds(2));
        admin.close(Duration.ofSeconds(2));
    }
}
