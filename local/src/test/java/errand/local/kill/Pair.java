package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Another;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Two orchestrators that share the work of one installation. */
final class Pair implements AutoCloseable {

    private final Node first;
    private final Node second;
    private final Members members;
    private final Duration patience;
    private final Map<Node, String> processes = new HashMap<>();

    /** Starts the second one and waits until it has its half. */
    Pair(Installation installation, Path data, Duration patience) throws IOException {
        this.patience = patience;
        this.members = new Members(installation.address(Installation.BROKER));
        this.first = new Node.First(installation);
        var alone = members.awaitShared(1, patience).keySet();
        this.second = new Node.Second(new Another(data), patience);
        processes.put(first, alone.iterator().next());
        second.awaitReady();
        awaitBoth(second, first);
    }

    /** The name of a process is made up anew when it starts. */
    private void awaitBoth(Node started, Node stayed) {
        var both = members.awaitShared(2, patience).keySet();
        var known = processes.get(stayed);
        assertThat(both).contains(known);
        processes.put(
                started, both.stream().filter(it -> !it.equals(known)).findAny().orElseThrow());
    }

    List<Node> nodes() {
        return List.of(first, second);
    }

    /** The one that gives out the partitions of the engine's group. */
    Node leader() throws IOException {
        return Members.ledAt(first.log()).compareTo(Members.ledAt(second.log())) > 0
                ? first
                : second;
    }

    Node otherThan(Node node) {
        return node.equals(first) ? second : first;
    }

    /** The partitions of the inbox that a node works on. */
    Set<Integer> partitionsOf(Node node) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(members.owned().get(processes.get(node)));
    }

    /** Starts the one that died; returns when it has its half again. */
    void restore(Node died) throws IOException {
        died.start();
        died.awaitReady();
        awaitBoth(died, otherThan(died));
    }

    /** Ends the second one; the first belongs to the installation. */
    @Override
    public void close() {
        second.kill();
        members.close();
    }
}
