package errand.bench.burst;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Looks once a second how many plans wait for their turn, as the orchestrator's metrics tell. */
final class Queue implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final String WAITING = "errand_admission_queued{";
    private static final String LANE = "lane=\"execution\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final List<Double> lengths = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Queue(String api) {
        this.metrics = URI.create(api + "/actuator/prometheus");
        Thread.ofPlatform().daemon().name("queue").start(this::look);
    }

    private void look() {
        try {
            while (!stopped) {
                var ask = HttpRequest.newBuilder(metrics).timeout(ANSWERS_WITHIN).build();
                lengths.add(length(http.send(ask, HttpResponse.BodyHandlers.ofString()).body()));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException e) {
            stopped = true; // fewer looks than seconds tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the metrics in Prometheus' text format. */
    static double length(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(WAITING) && line.contains(LANE))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1)))
                .sum();
    }

    /** What was seen so far, about a second apart. */
    List<Double> lengths() {
        return List.copyOf(lengths);
    }

    @Override
    public void close() {
        stopped = true;
        http.shutdownNow();
    }
}
