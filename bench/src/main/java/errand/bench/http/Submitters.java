package errand.bench.http;

import errand.bench.load.Driver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Clients that hand in the same plan again and again, each over a connection that it keeps, the
 * next one as soon as the last was answered.
 */
final class Submitters implements AutoCloseable {

    private static final String PLAN_ID = "\"planId\":\"";

    private final URI api;
    private final byte[] request;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Histogram answers = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean measuring;
    private volatile boolean stopped;

    /**
     * Begins at once.
     *
     * @param plan as {@code POST /api/plans} takes it
     */
    Submitters(String api, String plan, int connections) {
        this.api = URI.create(api);
        this.request = KeptConnection.post(this.api, "/api/plans", plan);
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().daemon().name("client-" + i).start(this::submit));
        }
    }

    private void submit() {
        try (var connection = new KeptConnection(api)) {
            while (!stopped) {
                long began = System.nanoTime();
                var answer = connection.send(request);
                long took = System.nanoTime() - began;
                accepted.add(plan(answer));
                if (measuring) {
                    answers.recordValue(Math.max(1, took));
                }
            }
            opened.addAndGet(connection.opened());
        } catch (IOException | RuntimeException e) {
            failed.compareAndSet(null, e);
            stopped = true;
        }
    }

    /** The plan that the request became. */
    static String plan(KeptConnection.Answer answer) throws IOException {
        int at = answer.body().indexOf(PLAN_ID);
        if (answer.status() != 202 || at < 0) {
            throw new IOException(
                    "POST /api/plans answers %d: %s".formatted(answer.status(), answer.body()));
        }
        int from = at + PLAN_ID.length();
        return answer.body().substring(from, answer.body().indexOf('"', from));
    }

    /**
     * What one window gave.
     *
     * @param perSecond plans that were taken a second
     * @param answers from sending to the whole answer, in nanoseconds
     */
    record Window(double perSecond, Histogram answers) {}

    /** Lets them go on for a while and measures it. */
    Window measured(Duration time, Driver.Window window) throws InterruptedException {
        answers.reset();
        window.opens();
        int before = accepted.size();
        long began = System.nanoTime();
        measuring = true;
        goOn(time);
        measuring = false;
        double seconds = (System.nanoTime() - began) / 1e9;
        double perSecond = (accepted.size() - before) / seconds;
        window.closes();
        return new Window(perSecond, answers.copy());
    }

    /** Lets them go on for a while; plans a second, each five seconds of it. */
    List<Double> warm(Duration time) throws InterruptedException {
        List<Double> speeds = new ArrayList<>();
        for (long left = time.toSeconds(); left > 0; left -= 5) {
            int before = accepted.size();
            long now = Math.min(5, left);
            goOn(Duration.ofSeconds(now));
            speeds.add((double) (accepted.size() - before) / now);
        }
        return speeds;
    }

    private void goOn(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            refuseFailures();
            TimeUnit.NANOSECONDS.sleep(
                    Math.min(TimeUnit.MILLISECONDS.toNanos(50), until - System.nanoTime()));
        }
    }

    /** Returns when the last has its answer. */
    void finish() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        refuseFailures();
    }

    private void refuseFailures() {
        Exception first = failed.get();
        if (first != null) {
            throw new IllegalStateException("A plan was not taken: " + first, first);
        }
    }

    /** Ids of the plans that were taken. */
    Set<String> accepted() {
        return accepted;
    }

    /** How many connections were opened in all; known when they are finished. */
    int opened() {
        return opened.get();
    }

    @Override
    public void close() {
        stopped = true;
    }
}
