package errand.bench.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records and bytes every topic of the broker holds, Kafka's own included. */
public record Logs(Map<TopicPartition, Long> ends, Map<String, Long> bytes) {

    public static Logs of(Admin admin) throws InterruptedException {
        try {
            var names =
                    admin.listTopics(new ListTopicsOptions().listInternal(true))
                            .names()
                            .get(20, TimeUnit.SECONDS);
            var partitions =
                    admin
                            .describeTopics(names)
                            .allTopicNames()
                            .get(20, TimeUnit.SECONDS)
                            .values()
                            .stream()
                            .flatMap(
                                    topic ->
                                            topic.partitions().stream()
                                                    .map(
                                                            one ->
                                                                    new TopicPartition(
                                                                            topic.name(),
                                                                            one.partition())))
                            .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(partitions)
                    .all()
                    .get(20, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return new Logs(ends, sizes(admin));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not tell how long its logs are", e);
        }
    }

    private static Map<String, Long> sizes(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        int node = admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).iterator().next().id();
        var folders =
                admin.describeLogDirs(List.of(node))
                        .allDescriptions()
                        .get(20, TimeUnit.SECONDS)
                        .values();
        Map<String, Long> sizes = new TreeMap<>();
        folders.stream()
                .flatMap(ofNode -> ofNode.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .forEach(
                        log -> sizes.merge(log.getKey().topic(), log.getValue().size(), Long::sum));
        return sizes;
    }

    public Map<String, Long> records() {
        Map<String, Long> records = new TreeMap<>();
        ends.forEach((partition, end) -> records.merge(partition.topic(), end, Long::sum));
        return records;
    }
}
