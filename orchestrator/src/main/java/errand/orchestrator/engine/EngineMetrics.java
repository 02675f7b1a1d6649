package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the engine counts. Facts are counted when they are decided, not when they are sent again; an
 * instance that decides them once more after a crash counts them once more: exact figures come from
 * the view.
 */
final class EngineMetrics {

    private final MeterRegistry meters;
    private final Timer decide;
    private final Map<Object, int[]> conversations = new ConcurrentHashMap<>();

    EngineMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.decide =
                Timer.builder("errand.engine.decide")
                        .description("Decoding, deciding and serialising one input")
                        .register(meters);
        gauge("live", 0);
        gauge("idle", 1);
    }

    private void gauge(String kind, int which) {
        meters.gauge(
                "errand.engine.conversations",
                Tags.of("kind", kind),
                this,
                metrics ->
                        metrics.conversations.values().stream()
                                .mapToInt(counts -> counts[which])
                                .sum());
    }

    /** Decoding, deciding and serialising took so long, and this came of it. */
    void count(Turn turn, long nanos) {
        decide.record(nanos, TimeUnit.NANOSECONDS);
        String outcome = lower(turn.outcome());
        meters.counter("errand.engine.inputs", "type", turn.type(), "outcome", outcome).increment();
        if (turn.outcome() == Turn.Outcome.REPEATED) {
            meters.counter("errand.engine.resends").increment(turn.outputs().size());
        }
        if (turn.dead() != null) {
            meters.counter("errand.dead.letters", "topic", "conversation.inbox").increment();
        }
        Conversation full = turn.full();
        if (full != null) {
            turn.facts().forEach(fact -> count(fact, full));
        }
    }

    private void count(Fact fact, Conversation full) {
        if (!(fact instanceof Fact.OfPlan(String planId, PlanEvent event))) {
            return;
        }
        @Nullable Plan plan = full.plans().get(planId);
        switch (event) {
            case PlanEvent.PlanAccepted _ -> plan("accepted");
            case PlanEvent.PlanClosed e -> plan(lower(e.outcome()));
            case PlanEvent.StepSucceeded e -> step(plan, e.stepId(), "done");
            case PlanEvent.StepFailed e -> step(plan, e.stepId(), lower(e.failure().kind()));
            case PlanEvent.StepSkipped e -> step(plan, e.stepId(), "skipped");
            case PlanEvent.StepUndone e -> step(plan, e.stepId(), "undone");
            case PlanEvent.UndoFailed e -> step(plan, e.stepId(), "undo-failed");
            default -> {}
        }
    }

    private void plan(String state) {
        meters.counter("errand.plans", "state", state).increment();
    }

    private void step(@Nullable Plan plan, String stepId, String outcome) {
        String capability =
                plan == null
                        ? "unknown"
                        : plan.step(stepId).map(Step::capability).orElse("unknown");
        meters.counter("errand.steps", "capability", capability, "outcome", outcome).increment();
    }

    void timersAppended(int count) {
        meters.counter("errand.engine.timers.appended").increment(count);
    }

    /** How many conversations a partition holds now. */
    void holds(Object partition, int live, int idle) {
        conversations.put(partition, new int[] {live, idle});
    }

    void gone(Object partition) {
        conversations.remove(partition);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
