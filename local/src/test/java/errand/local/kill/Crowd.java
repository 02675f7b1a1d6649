package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.kill.Audit.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Many persons at once, each with a trip. Knows nothing of kills. */
final class Crowd implements AutoCloseable {

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration patience;
    private int trips;

    Crowd(Duration patience) {
        this.patience = patience;
    }

    /** A trip whose person has a card before them. */
    record Asked(Trip trip, Page.Taken taken, JsonNode card) {

        String conversation() {
            return taken.conversationId();
        }

        int partition() {
            return Watch.partition(conversation());
        }
    }

    /**
     * A trip that has ended.
     *
     * @param goesOn in nanoseconds of the JVM, when a page first showed that the answer counted
     */
    record Went(Ended ended, long goesOn) {}

    /** So many trips, one by one at each of the nodes in turn; returns when all have their card. */
    List<Asked> ask(int number, List<Node> nodes) throws InterruptedException, ExecutionException {
        var begun = new ArrayList<Future<Asked>>();
        for (int i = 0; i < number; i++) {
            var trip = new Trip(trips++);
            var page = new Page(nodes.get(i % nodes.size()).http());
            begun.add(people.submit(() -> ask(trip, page)));
        }
        return all(begun);
    }

    private Asked ask(Trip trip, Page page) {
        var taken = page.submit(trip, patience);
        var plan = page.awaitCard(taken, patience);
        assertThat(Page.isAsking(plan)).as(Page.summary(plan)).isTrue();
        return new Asked(trip, taken, Page.card(plan));
    }

    /** Their persons begin to agree, at a node. */
    void agree(List<Asked> asked, Node node) {
        var page = new Page(node.http());
        for (var one : asked) {
            people.execute(() -> page.agree(one.taken(), one.card(), patience));
        }
    }

    /** Begins to look at a node how trips end. */
    List<Future<Went>> follow(List<Asked> asked, Node node) {
        var page = new Page(node.http());
        return asked.stream().map(one -> people.submit(() -> follow(one, page))).toList();
    }

    private Went follow(Asked one, Page page) {
        page.awaitPlan(one.taken().planId(), plan -> !Page.isAsking(plan), patience);
        long goesOn = System.nanoTime();
        return new Went(
                new Ended(one.trip(), one.taken(), page.awaitEnd(one.taken(), patience)), goesOn);
    }

    static <T> List<T> all(List<Future<T>> begun) throws InterruptedException, ExecutionException {
        var done = new ArrayList<T>();
        for (var one : begun) {
            done.add(one.get());
        }
        return done;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
