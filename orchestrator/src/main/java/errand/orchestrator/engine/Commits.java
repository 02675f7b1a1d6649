package errand.orchestrator.engine;

import errand.runtime.moments.Moments;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets of the inbox are known to be committed: outputs of inputs below are on the broker
 * for good. Knows too little rather than too much.
 */
final class Commits {

    /**
     * @param offset every input below is committed
     * @param at system time of the last commit: proof that the partition was ours then
     */
    private record Known(long offset, long at) {}

    private final Map<TopicPartition, Known> known = new ConcurrentHashMap<>();
    private final Map<Integer, String> sending = new ConcurrentHashMap<>();
    private final Moments moments;
    private final Clock system;

    Commits(Moments moments, Clock system) {
        this.moments = moments;
        this.system = system;
    }

    /**
     * The first record after a partition was assigned stands at the committed offset: everything
     * below it was committed by somebody.
     */
    void startedAt(TopicPartition partition, long offset) {
        known.merge(partition, new Known(offset, 0), Commits::further);
    }

    /** Outputs of this input were handed to the producer. */
    void sending(int partition, String input) {
        sending.put(partition, input);
    }

    /** The producer has flushed; offsets are about to be committed. */
    void before() {
        if (!sending.isEmpty()) {
            String inputs = String.join(" ", sending.values());
            sending.clear();
            moments.reached(Moments.AFTER_OUTPUTS_BEFORE_COMMIT, inputs);
        }
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        long now = system.millis();
        offsets.forEach(
                (partition, offset) ->
                        known.merge(partition, new Known(offset.offset(), now), Commits::further));
    }

    /** Every input below is committed; 0 while nothing is known. */
    long below(TopicPartition partition) {
        Known commit = known.get(partition);
        return commit == null ? 0 : commit.offset();
    }

    /** {@link #below} of every partition of which something is known. */
    Map<TopicPartition, Long> all() {
        Map<TopicPartition, Long> all = new HashMap<>();
        known.forEach((partition, commit) -> all.put(partition, commit.offset()));
        return all;
    }

    /** Whether a commit went through so lately that nobody else can own the partition. */
    boolean freshWithin(TopicPartition partition, long millis) {
        Known commit = known.get(partition);
        return commit != null && Math.abs(system.millis() - commit.at()) <= millis;
    }

    private static Known further(Known one, Known other) {
        return new Known(Math.max(one.offset(), other.offset()), Math.max(one.at(), other.at()));
    }
}
