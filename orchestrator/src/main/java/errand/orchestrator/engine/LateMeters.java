package errand.orchestrator.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Meters for what works before there is a registry: it is told then what was counted until it came.
 * Of times {@link #TIMES_KEPT} are kept until then, later ones are dropped; counts lose nothing.
 * May be used by many threads.
 */
final class LateMeters {

    static final int TIMES_KEPT = 100_000;

    private record Counted(String name, Tags tags) {}

    private record Took(String timer, long nanos) {}

    private final Map<Counted, Double> counted = new HashMap<>();
    private final List<Took> took = new ArrayList<>();
    private final Map<String, Timer.Builder> announced = new HashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final List<Gauge.Builder<?>> gauges = new ArrayList<>();
    private volatile @Nullable MeterRegistry registry;

    void count(String name, double by, Tags tags) {
        MeterRegistry there = registry;
        if (there == null) {
            there = unlessKept(() -> counted.merge(new Counted(name, tags), by, Double::sum));
        }
        if (there != null) {
            there.counter(name, tags).increment(by);
        }
    }

    /** There from the start, before anything is timed. */
    synchronized void timer(String name, Timer.Builder builder) {
        announced.put(name, builder);
    }

    /**
     * @param timer one that was announced
     */
    void record(String timer, long nanos) {
        Timer there = timers.get(timer);
        if (there == null && unlessKept(() -> keep(new Took(timer, nanos))) != null) {
            there = timers.get(timer);
        }
        if (there != null) {
            there.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void keep(Took one) {
        if (took.size() < TIMES_KEPT) {
            took.add(one);
        }
    }

    void gauge(Gauge.Builder<?> gauge) {
        MeterRegistry there = unlessKept(() -> gauges.add(gauge));
        if (there != null) {
            gauge.register(there);
        }
    }

    /** Keeps it, or says where it belongs because that is there by now. */
    private synchronized @Nullable MeterRegistry unlessKept(Runnable keeping) {
        if (registry == null) {
            keeping.run();
        }
        return registry;
    }

    /** From now on this counts; what was counted before goes there first. */
    synchronized void in(MeterRegistry meters) {
        gauges.forEach(gauge -> gauge.register(meters));
        counted.forEach((what, by) -> meters.counter(what.name(), what.tags()).increment(by));
        announced.forEach((name, builder) -> timers.put(name, builder.register(meters)));
        for (Took one : took) {
            Timer timer = timers.get(one.timer());
            if (timer != null) {
                timer.record(one.nanos(), TimeUnit.NANOSECONDS);
            }
        }
        gauges.clear();
        counted.clear();
        took.clear();
        registry = meters;
    }
}
