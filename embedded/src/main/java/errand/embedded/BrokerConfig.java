package errand.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a lean broker that is alone in its cluster. */
record BrokerConfig(Path data, int port, int controllerPort, Map<String, String> settings) {

    static final int NODE = 1;

    static Path log(Path data) {
        return data.resolve("log");
    }

    Properties properties() {
        var p = new Properties();
        p.putAll(identity());
        p.putAll(aloneInItsCluster());
        p.putAll(lean());
        p.putAll(quickToNotice());
        p.putAll(littleShareState());
        p.putAll(settings);
        return p;
    }

    private Map<String, String> identity() {
        return Map.of(
                "node.id",
                Integer.toString(NODE),
                "process.roles",
                "broker,controller",
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "log.dirs",
                log(data).toString());
    }

    private static Map<String, String> aloneInItsCluster() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4",
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> lean() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "2097152",
                "connections.max.idle.ms", "120000", // errand.engine.late-writes rests on it
                "num.io.threads", "2",
                "num.network.threads", "1",
                "background.threads", "2");
    }

    /**
     * Short sessions, so that what was killed is noticed, and what restarts is let in, in seconds.
     * A member of a share group learns with a heartbeat what it may fetch: every 5 s by default,
     * and until then a new lane of an agent is idle beside a queue.
     */
    private static Map<String, String> quickToNotice() {
        return Map.of(
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500",
                "group.min.session.timeout.ms", "1000",
                "group.initial.rebalance.delay.ms", "0",
                "group.share.delivery.count.limit", "10",
                "group.share.heartbeat.interval.ms", "500",
                "group.share.min.heartbeat.interval.ms", "500",
                "group.share.assignment.interval.ms", "0",
                "add.partitions.to.txn.retry.backoff.ms", "1",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    }

    /**
     * Little of the state of share groups is read when a broker starts. It is read twice, once for
     * each term as its leader, and a share coordinator that has completed the first reading takes
     * the second one, too, for completed (seen in 4.3.1): what was taken meanwhile waits for its
     * lock. The shorter they are, the less can overlap.
     */
    private static Map<String, String> littleShareState() {
        return Map.of(
                "share.coordinator.state.topic.prune.interval.ms", "10000",
                "share.coordinator.cold.partition.snapshot.interval.ms", "30000",
                "log.flush.start.offset.checkpoint.interval.ms", "10000");
    }
}
