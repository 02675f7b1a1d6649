package errand.orchestrator.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits until topics can really be written to. A topic exists before its leaders have opened their
 * logs; an idempotent producer whose first batch comes too early and whose second just in time gets
 * stuck: the broker takes the second as the producer's first, and the first, tried again, is out of
 * order until the delivery times out two minutes later (KAFKA-15591; seen with 4.3.1).
 */
final class Leaders {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Admin admin;

    Leaders(Admin admin) {
        this.admin = admin;
    }

    /** Returns when the leader of each partition answers for it. */
    void await(Collection<String> topics) {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            try {
                ask(topics);
                return;
            } catch (RetriableException notYet) {
                if (System.nanoTime() > until) {
                    throw new KafkaException(
                            "The partitions of %s have no leaders after %d s."
                                    .formatted(topics, WITHIN.toSeconds()),
                            notYet);
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private void ask(Collection<String> topics) {
        try {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics)
                            .allTopicNames()
                            .get(WITHIN.toSeconds(), TimeUnit.SECONDS)
                            .values()) {
                topic.partitions()
                        .forEach(
                                one ->
                                        partitions.put(
                                                new TopicPartition(topic.name(), one.partition()),
                                                OffsetSpec.latest()));
            }
            admin.listOffsets(partitions).all().get(WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException notYet) {
                throw notYet;
            }
            throw new KafkaException("The broker did not say: " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new KafkaException("The broker did not answer.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the broker.", interrupted);
        }
    }
}
