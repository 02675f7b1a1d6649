package errand.bench.burst;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who each hand in one plan over HTTP, with a key, and again with it while the service says
 * that it cannot now. Every twentieth is impatient and hands it in twice.
 */
final class Requests implements AutoCloseable {

    private static final int IMPATIENT = 20;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Posts posts;
    private final Wishes wishes;
    private final Consumer<String> taker;
    private final String key = UUID.randomUUID() + "-";
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Histogram taken = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

    /**
     * @param taker who is told of each plan that was taken
     */
    Requests(Posts posts, Wishes wishes, Consumer<String> taker) {
        this.posts = posts;
        this.wishes = wishes;
        this.taker = taker;
    }

    /** Hands all in at an even pace; returns when all were taken. */
    void send(Duration within) throws InterruptedException {
        int number = wishes.people();
        long start = System.nanoTime();
        long between = within.toNanos() / number;
        for (int i = 0; i < number; i++) {
            long due = start + i * between;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int person = i;
            open.incrementAndGet();
            people.execute(() -> ask(person, due));
        }
        while (open.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Exception first = failed.get();
        if (first != null) {
            throw new IllegalStateException("A request was not taken: " + first, first);
        }
    }

    private void ask(int person, long due) {
        try {
            String plan = insist(person);
            taken.recordValue(Math.max(1, System.nanoTime() - due));
            accepted.add(plan);
            taker.accept(plan);
            if (person % IMPATIENT == 0) {
                twice.incrementAndGet();
                refuseAnother(plan, insist(person));
            }
        } catch (IOException | RuntimeException e) {
            failed.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private static void refuseAnother(String plan, String again) {
        if (!plan.equals(again)) {
            throw new IllegalStateException(
                    "The same request with the same key became %s and %s".formatted(plan, again));
        }
    }

    /** The plan that the request became. */
    private String insist(int person) throws IOException, InterruptedException {
        String answer =
                posts.insist(
                        "/api/plans",
                        key + person,
                        wishes.plan(person),
                        202,
                        status -> status == 503 || status == 409);
        return JsonMapper.shared().readTree(answer).path("planId").asString();
    }

    /** Ids of the plans that the requests became. */
    Set<String> accepted() {
        return accepted;
    }

    /** From due to taken, in nanoseconds. */
    Histogram taken() {
        return taken.copy();
    }

    /** Requests that impatient people sent twice. */
    int twice() {
        return twice.get();
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
