package errand.orchestrator.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker now and then how far the view's group has come. Whatever was committed of the
 * inbox when the end of the events was read is in the view once its group is past that end,
 * whichever instance folds it. It counts one look later: by then, whoever read the view before has
 * sent what he wanted to send.
 */
final class FollowedView implements ViewProgress {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedView.class);
    static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was committed of the inbox, and where the events ended after that. */
    private record Mark(
            Map<TopicPartition, Long> committed, Map<TopicPartition, Long> endsOfEvents) {}

    private final Admin admin;
    private final String events;
    private final String group;
    private final Commits commits;
    private final Map<TopicPartition, Long> below = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("engine-view").factory());
    private Map<TopicPartition, Long> folded = Map.of();
    private Map<TopicPartition, Long> next = Map.of();
    private @Nullable Mark mark;

    /**
     * @param admin closed by whoever made it, after this
     * @param group of the view
     */
    FollowedView(Admin admin, String events, String group, Commits commits) {
        this.admin = admin;
        this.events = events;
        this.group = group;
        this.commits = commits;
    }

    /** Looks every {@link #EVERY} until it is closed. */
    FollowedView started() {
        var _ =
                looks.scheduleWithFixedDelay(
                        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public long below(TopicPartition inbox) {
        return below.getOrDefault(inbox, 0L);
    }

    private void look() {
        try {
            compare();
        } catch (ExecutionException | TimeoutException away) {
            LOG.debug("How far the view has come cannot be read now", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            LOG.warn("How far the view has come cannot be read; tried again", unexpected);
        }
    }

    /** One look; in tests also from outside. */
    synchronized void compare() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> now = folded();
        if (folded.entrySet().stream().anyMatch(one -> at(now, one.getKey()) < one.getValue())) {
            below.clear(); // it is built anew
            next = Map.of();
            mark = null;
        }
        below.putAll(next);
        folded = now;
        Mark known = mark;
        if (known == null) {
            mark = mark();
        } else if (known.endsOfEvents().entrySet().stream()
                .allMatch(end -> at(now, end.getKey()) >= end.getValue())) {
            next = known.committed();
            mark = mark();
        }
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private Map<TopicPartition, Long> folded()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach(
                        (partition, offset) -> {
                            if (offset != null && partition.topic().equals(events)) {
                                offsets.put(partition, offset.offset());
                            }
                        });
        return offsets;
    }

    private Mark mark() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> committed = commits.all(); // before the ends, never after
        Map<TopicPartition, Long> ends = new HashMap<>();
        got(admin.listOffsets(partitions()).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return new Mark(committed, ends);
    }

    private Map<TopicPartition, OffsetSpec> partitions()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (TopicDescription topic :
                got(admin.describeTopics(List.of(events)).allTopicNames()).values()) {
            for (TopicPartitionInfo one : topic.partitions()) {
                all.put(new TopicPartition(events, one.partition()), OffsetSpec.latest());
            }
        }
        return all;
    }

    private static <T> T got(KafkaFuture<T> asked)
            throws ExecutionException, InterruptedException, TimeoutException {
        return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
