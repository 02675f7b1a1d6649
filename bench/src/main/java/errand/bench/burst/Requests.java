package errand.bench.burst;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who each hand in one plan over HTTP, with a key, and again with it while the service says
 * that it cannot now. Every twentieth is impatient and hands it in twice.
 */
final class Requests implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(3);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final int AT_ONCE = 128;
    private static final int IMPATIENT = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore posts = new Semaphore(AT_ONCE);
    private final URI plans;
    private final int napMillis;
    private final String key = UUID.randomUUID() + "-";
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Histogram taken = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

    Requests(String api, int napMillis) {
        this.plans = URI.create(api + "/api/plans");
        this.napMillis = napMillis;
    }

    /** Hands in so many at an even pace; returns when all were taken. */
    void send(int number, Duration within) throws InterruptedException {
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
            posts.acquire();
            try {
                String plan = insist(person);
                taken.recordValue(Math.max(1, System.nanoTime() - due));
                accepted.add(plan);
                if (person % IMPATIENT == 0) {
                    repeats.incrementAndGet();
                    refuseAnother(plan, insist(person));
                }
            } finally {
                posts.release();
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
        long until = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (true) {
            var answer = http.send(request(person), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                return JsonMapper.shared().readTree(answer.body()).path("planId").asString();
            }
            boolean notNow = answer.statusCode() == 503 || answer.statusCode() == 409;
            if (!notNow || System.nanoTime() > until) {
                throw new IOException(
                        "POST /api/plans answers %d: %s"
                                .formatted(answer.statusCode(), answer.body()));
            }
            repeats.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
        }
    }

    private HttpRequest request(int person) {
        var body =
                """
                {"goal": "bench: a nap", "user": "burst-%d", "steps": [
                 {"id": "a", "capability": "bench.sleep.read", "input": {"ms": %d}}]}"""
                        .formatted(person, napMillis);
        return HttpRequest.newBuilder(plans)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key + person)
                .timeout(ANSWERS_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Ids of the plans that the requests became. */
    Set<String> accepted() {
        return accepted;
    }

    /** From due to taken, in nanoseconds. */
    Histogram taken() {
        return taken.copy();
    }

    /** Requests that were sent again with their key. */
    int repeats() {
        return repeats.get();
    }

    @Override
    public void close() {
        people.shutdownNow();
        http.shutdownNow();
    }
}
