package errand.orchestrator.planner;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What thinking costs: {@code errand_planner_…}. */
public final class Thinkings {

    private final MeterRegistry meters;
    private final String planner;

    /**
     * @param planner offline or model
     */
    public Thinkings(MeterRegistry meters, String planner) {
        this.meters = meters;
        this.planner = planner;
    }

    /**
     * A message was thought about.
     *
     * @param outcome one of a few words
     */
    public void drafted(String outcome, Duration took) {
        meters.counter("errand.planner.drafts", "planner", planner, "outcome", outcome).increment();
        meters.timer("errand.planner", "planner", planner).record(took);
    }

    /** A draft had faults and was asked for again. */
    public void repaired() {
        meters.counter("errand.planner.repairs", "planner", planner).increment();
    }

    public void tokens(long prompt, long reply) {
        meters.counter("errand.planner.tokens", "planner", planner, "kind", "prompt")
                .increment(prompt);
        meters.counter("errand.planner.tokens", "planner", planner, "kind", "reply")
                .increment(reply);
    }
}
