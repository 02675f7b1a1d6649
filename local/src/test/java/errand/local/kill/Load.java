package errand.local.kill;

import errand.local.kill.Audit.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Trips that are under way while processes die: so many at once, each with a person who takes a
 * moment to agree. Knows nothing of kills.
 */
final class Load implements AutoCloseable {

    private static final int LONGEST_THOUGHT_MS = 1_500;

    private final Page page;
    private final Supplier<Trip> trips;
    private final Duration patience;
    private final ExecutorService lanes;
    private final Random random = new Random(4);
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Future<Ended>> begun = new ArrayList<>();

    Load(Page page, Supplier<Trip> trips, int lanes, Duration patience) {
        this.page = page;
        this.trips = trips;
        this.patience = patience;
        this.lanes = Executors.newFixedThreadPool(lanes, Thread.ofVirtual().factory());
    }

    /** Lets some more begin, as soon as others have ended. */
    void more(int number) {
        for (int i = 0; i < number; i++) {
            int thought = random.nextInt(LONGEST_THOUGHT_MS);
            begun.add(lanes.submit(() -> make(trips.get(), thought)));
        }
    }

    private Ended make(Trip trip, int thought) throws InterruptedException {
        underWay.incrementAndGet();
        try {
            var taken = page.submit(trip, patience);
            var plan = page.awaitCard(taken, patience);
            if (!Page.hasEnded(plan)) {
                TimeUnit.MILLISECONDS.sleep(thought);
                page.agree(taken, Page.card(plan), patience);
                plan = page.awaitEnd(taken, patience);
            }
            return new Ended(trip, taken, plan);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** How many are under way now. */
    int underWay() {
        return underWay.get();
    }

    /** Waits until all have ended; throws when one could not be made. */
    List<Ended> finish() throws InterruptedException, ExecutionException {
        var ended = new ArrayList<Ended>();
        for (var one : begun) {
            ended.add(one.get());
        }
        begun.clear();
        return ended;
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }
}
