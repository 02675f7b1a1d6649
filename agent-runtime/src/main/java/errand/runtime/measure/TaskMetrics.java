package errand.runtime.measure;

import errand.common.FailureKind;
import errand.runtime.work.Breakers;
import errand.runtime.work.Reply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times of tasks. Labels are bounded: the agent, its own capabilities (or {@code
 * unknown}), a handful of outcomes and reasons.
 */
public final class TaskMetrics {

    private record Done(String capability, @Nullable FailureKind failure) {}

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final String agent;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter redeliveries;
    private final Counter dedupeHits;
    private final Timer queueWait;
    private final Map<Done, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> breakers = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    public TaskMetrics(MeterRegistry registry, String agent) {
        this.registry = registry;
        this.agent = agent;
        this.redeliveries =
                Counter.builder("errand.task.redeliveries")
                        .description("Tasks that the broker delivered again")
                        .tag("agent", agent)
                        .register(registry);
        this.dedupeHits =
                Counter.builder("errand.task.dedupe.hits")
                        .description("Write tasks answered from the inbox, without an effect")
                        .tag("agent", agent)
                        .register(registry);
        this.queueWait =
                timer("errand.task.queue.wait", "From the request to the beginning, business time")
                        .register(registry);
        Gauge.builder("errand.tasks.in.flight", inFlight, AtomicInteger::get)
                .description("Tasks that run now")
                .tag("agent", agent)
                .register(registry);
    }

    public void began(Duration waited, boolean again) {
        inFlight.incrementAndGet();
        if (again) {
            redeliveries.increment();
        } else {
            queueWait.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    public void ended() {
        inFlight.decrementAndGet();
    }

    /** What is answered from memory counts as a dedupe hit only, never as another outcome. */
    public void answered(Reply reply, Duration took) {
        if (reply.remembered()) {
            dedupeHits.increment();
            return;
        }
        durations
                .computeIfAbsent(
                        reply.capability(),
                        capability ->
                                timer("errand.task.duration", "From the beginning to the outcome")
                                        .tag("capability", capability)
                                        .register(registry))
                .record(took);
        outcomes.computeIfAbsent(new Done(reply.capability(), reply.failure()), this::counter)
                .increment();
    }

    /** 0 up, 1 letting a few calls try, 2 refusing at once. */
    public void breaker(String capability, Breakers.State state) {
        breakers.computeIfAbsent(
                        capability,
                        name -> {
                            AtomicInteger value = new AtomicInteger();
                            Gauge.builder("errand.breaker.state", value, AtomicInteger::get)
                                    .description(
                                            "Circuit breaker: 0 up, 1 letting a few calls try, 2 open")
                                    .tag("agent", agent)
                                    .tag("capability", name)
                                    .register(registry);
                            return value;
                        })
                .set(
                        switch (state) {
                            case UP -> 0;
                            case PROBING -> 1;
                            case OPEN -> 2;
                        });
    }

    public void deadLetter(String topic, String reason) {
        Counter.builder("errand.dead.letters")
                .description("Records put aside for an operator")
                .tag("topic", topic)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    private Counter counter(Done done) {
        FailureKind failure = done.failure();
        return Counter.builder("errand.tasks")
                .description("Tasks by capability and outcome")
                .tag("agent", agent)
                .tag("capability", done.capability())
                .tag("outcome", failure == null ? "done" : failure.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Timer.Builder timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .tag("agent", agent)
                .serviceLevelObjectives(BUCKETS);
    }
}
