package errand.local.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;

/** Who has which partitions of the inbox, as the broker tells of the engine's group. */
final class Members implements AutoCloseable {

    private static final String ENGINE = "errand-engine";
    private static final String LEADS = "Finished assignment for group at generation";

    private final Admin admin;

    Members(String broker) {
        admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    /** Partitions by process; the name of a process is made up anew at each start. */
    Map<String, Set<Integer>> owned() throws InterruptedException, ExecutionException {
        var owned = new TreeMap<String, Set<Integer>>();
        var groups = admin.describeConsumerGroups(List.of(ENGINE)).all().get();
        for (var member : Objects.requireNonNull(groups.get(ENGINE)).members()) {
            var partitions = owned.computeIfAbsent(process(member), _ -> new TreeSet<>());
            member.assignment().topicPartitions().forEach(one -> partitions.add(one.partition()));
        }
        return owned;
    }

    private static String process(MemberDescription member) {
        var id = member.clientId();
        return id.substring(0, id.indexOf("-StreamThread"));
    }

    /** Waits until so many processes share the four partitions evenly. */
    Map<String, Set<Integer>> awaitShared(int processes, Duration atMost) {
        return await("%d engines that share the inbox".formatted(processes))
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        this::owned,
                        owned ->
                                owned.size() == processes
                                        && owned.values().stream()
                                                .allMatch(has -> has.size() == 4 / processes));
    }

    /**
     * When a process last gave out the partitions, which the leader of the group does; empty for
     * never. Its log must tell what consumers do.
     */
    static String ledAt(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(LEADS) && line.contains("groupId=" + ENGINE))
                    .map(line -> line.substring(0, "HH:mm:ss.SSS".length()))
                    .reduce("", (_, later) -> later);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
