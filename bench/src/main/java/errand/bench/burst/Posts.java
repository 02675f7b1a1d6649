package errand.bench.burst;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** What many people send over HTTP: so much at once, and again what the service cannot take now. */
final class Posts implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(3);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
    private static final int AT_ONCE = 128;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore posts = new Semaphore(AT_ONCE);
    private final AtomicInteger repeats = new AtomicInteger();
    private final String api;

    Posts(String api) {
        this.api = api;
    }

    /**
     * Sends until it is taken.
     *
     * @param key for {@code Idempotency-Key}
     * @param taken the status of an answer that ends it
     * @param notNow statuses with which it is sent again
     * @return the body of the answer
     */
    String insist(String path, String key, String body, int taken, IntPredicate notNow)
            throws IOException, InterruptedException {
        posts.acquire();
        try {
            long until = System.nanoTime() + GIVES_UP_AFTER.toNanos();
            var request = request(path, key, body);
            while (true) {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == taken) {
                    return answer.body();
                }
                if (!notNow.test(answer.statusCode()) || System.nanoTime() > until) {
                    throw new IOException(
                            "POST %s answers %d: %s"
                                    .formatted(path, answer.statusCode(), answer.body()));
                }
                repeats.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
            }
        } finally {
            posts.release();
        }
    }

    private HttpRequest request(String path, String key, String body) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(ANSWERS_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** How often something was sent again because it could not be taken. */
    int repeats() {
        return repeats.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
