package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateMetersTest {

    private static final String TOOK = "took";

    private final LateMeters meters = new LateMeters();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void announce() {
        meters.timer(TOOK, Timer.builder(TOOK));
    }

    @Test
    void a_timer_is_there_before_anything_is_timed() {
        meters.in(registry);

        assertThat(registry.get(TOOK).timer().count()).isZero();
    }

    @Test
    void what_was_counted_before_there_was_a_registry_is_in_it_once() {
        meters.count("plans", 1, Tags.of("state", "done"));
        meters.count("plans", 2, Tags.of("state", "done"));
        meters.count("plans", 5, Tags.of("state", "failed"));
        meters.count("rare", 0, Tags.empty());
        meters.record(TOOK, 3_000_000);

        meters.in(registry);
        meters.count("plans", 4, Tags.of("state", "done"));
        meters.record(TOOK, 4_000_000);

        assertThat(registry.get("plans").tag("state", "done").counter().count()).isEqualTo(7);
        assertThat(registry.get("plans").tag("state", "failed").counter().count()).isEqualTo(5);
        assertThat(registry.get("rare").counter().count()).isZero();
        assertThat(registry.get("took").timer().count()).isEqualTo(2);
        assertThat(registry.get("took").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    }

    @Test
    void gauges_are_there_whether_they_came_before_or_after() {
        List<String> held = new ArrayList<>(List.of("a", "b"));
        meters.gauge(Gauge.builder("before", held, List::size));
        meters.in(registry);
        meters.gauge(Gauge.builder("after", held, List::size));

        assertThat(registry.get("before").gauge().value()).isEqualTo(2);
        assertThat(registry.get("after").gauge().value()).isEqualTo(2);
    }

    @Test
    void times_are_kept_up_to_a_bound() {
        for (int i = 0; i < LateMeters.TIMES_KEPT + 10; i++) {
            meters.record(TOOK, 1);
        }

        meters.in(registry);

        assertThat(registry.get("took").timer().count()).isEqualTo(LateMeters.TIMES_KEPT);
    }

    @Test
    void nothing_is_lost_while_the_registry_comes() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(100);
        List<Thread> counting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counting.add(
                    Thread.startVirtualThread(
                            () -> {
                                for (int n = 0; n < 10_000; n++) {
                                    meters.count("plans", 1, Tags.empty());
                                    begun.countDown();
                                }
                            }));
        }

        begun.await();
        meters.in(registry);

        for (Thread one : counting) {
            one.join();
        }
        assertThat(registry.get("plans").counter().count()).isEqualTo(40_000);
    }
}
