package errand.runtime.settings;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How soon the other members of a consumer group notice that one has died. Until they do, nobody
 * works on its partitions. Ten heartbeats may be missed: a machine that is busy for a moment is not
 * taken for dead, and if it is, that costs a rebalance and nothing else.
 */
public final class Takeover {

    private static final int SESSION_MS = 2_000;
    private static final int HEARTBEAT_MS = 200;

    private Takeover() {}

    /** Settings of a consumer, in milliseconds; the broker must allow such short sessions. */
    public static Map<String, Object> soon() {
        return Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    }
}
