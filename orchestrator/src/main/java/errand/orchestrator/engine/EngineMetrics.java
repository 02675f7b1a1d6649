package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the engine counts. Facts are counted when they are decided, not when they are sent again; an
 * instance that decides them once more after a crash counts them once more: exact figures come from
 * the view.
 */
final class EngineMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final Timer decide;
    private final Timer waited;
    private final Map<Object, int[]> conversations = new ConcurrentHashMap<>();

    EngineMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.decide =
                Timer.builder("errand.engine.decide")
                        .description("Decoding, deciding and serialising one input")
                        .register(meters);
        this.waited =
                Timer.builder("errand.engine.inbox.wait")
                        .description("From the writing of an input to its decision")
                        .serviceLevelObjectives(BUCKETS)
                        .register(meters);
        gauge("live", 0);
        gauge("idle", 1);
        beginWithZero();
    }

    /** What is rare is there from the start, so that its first time shows as an increase. */
    private void beginWithZero() {
        deadLetters();
        plans("accepted");
        for (Outcome outcome : Outcome.values()) {
            plans(lower(outcome));
        }
        for (Consent.State state : Consent.State.values()) {
            consents(
                    switch (state) {
                        case OPEN -> "asked";
                        case RESERVING -> "mandated";
                        case GRANTED, REFUSED, EXPIRED, WITHDRAWN -> lower(state);
                    });
        }
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

    /**
     * Decoding, deciding and serialising took so long, and this came of it.
     *
     * @param arrived when the input's record was written, in milliseconds of the system clock
     */
    void count(Turn turn, long nanos, long arrived) {
        decide.record(nanos, TimeUnit.NANOSECONDS);
        waited.record(Math.max(0, System.currentTimeMillis() - arrived), TimeUnit.MILLISECONDS);
        String outcome = lower(turn.outcome());
        meters.counter("errand.engine.inputs", "type", turn.type(), "outcome", outcome).increment();
        if (turn.outcome() == Turn.Outcome.REPEATED) {
            meters.counter("errand.engine.resends").increment(turn.outputs().size());
        }
        if (turn.dead() != null) {
            deadLetters().increment();
        }
        Conversation full = turn.full();
        if (full != null) {
            turn.facts().forEach(fact -> count(fact, full));
        }
    }

    private void count(Fact fact, Conversation full) {
        switch (fact) {
            case Fact.MessageReceived _ -> talk("message");
            case Fact.QuestionAsked _ -> talk("question");
            case Fact.AnswerGiven _ -> talk("answer");
            case Fact.ConversationStuck _ -> talk("stuck");
            case Fact.OfPlan(String planId, PlanEvent event) ->
                    count(event, full.plans().get(planId));
            default -> {}
        }
    }

    private void count(PlanEvent event, @Nullable Plan plan) {
        switch (event) {
            case PlanEvent.PlanAccepted _ -> plan("accepted");
            case PlanEvent.PlanClosed e -> {
                plan(lower(e.outcome()));
                spent(e.spent());
            }
            case PlanEvent.StepRetryScheduled e -> retry(plan, e.stepId(), "do", e.failure());
            case PlanEvent.UndoRetryScheduled e -> retry(plan, e.stepId(), "undo", e.failure());
            case PlanEvent.ConsentAsked _ -> consent("asked");
            case PlanEvent.ConsentMandated _ -> consent("mandated");
            case PlanEvent.ConsentGranted _ -> consent("granted");
            case PlanEvent.ConsentRefused _ -> consent("refused");
            case PlanEvent.ConsentExpired _ -> consent("expired");
            case PlanEvent.ConsentWithdrawn _ -> consent("withdrawn");
            case PlanEvent.StepSucceeded e -> step(plan, e.stepId(), "done");
            case PlanEvent.StepFailed e -> step(plan, e.stepId(), lower(e.failure().kind()));
            case PlanEvent.StepSkipped e -> step(plan, e.stepId(), "skipped");
            case PlanEvent.StepUndone e -> step(plan, e.stepId(), "undone");
            case PlanEvent.UndoFailed e -> step(plan, e.stepId(), "undo-failed");
            default -> {}
        }
    }

    private void plan(String state) {
        plans(state).increment();
    }

    private Counter plans(String state) {
        return meters.counter("errand.plans", "state", state);
    }

    private Counter deadLetters() {
        return meters.counter(
                "errand.dead.letters", "topic", "conversation.inbox.dlt", "reason", "stuck");
    }

    private void step(@Nullable Plan plan, String stepId, String outcome) {
        meters.counter("errand.steps", "capability", capability(plan, stepId), "outcome", outcome)
                .increment();
    }

    /** Another try of the same task is no outcome: it is counted here and nowhere else. */
    private void retry(@Nullable Plan plan, String stepId, String what, Failure failure) {
        Tags tags =
                Tags.of("capability", capability(plan, stepId), "what", what)
                        .and("failure", lower(failure.kind()));
        meters.counter("errand.step.retries", tags).increment();
    }

    private static String capability(@Nullable Plan plan, String stepId) {
        return plan == null ? "unknown" : plan.step(stepId).map(Step::capability).orElse("unknown");
    }

    private void consent(String state) {
        consents(state).increment();
    }

    private Counter consents(String state) {
        return meters.counter("errand.consents", "state", state);
    }

    private void talk(String what) {
        meters.counter("errand.talk", "what", what).increment();
    }

    /** What a plan paid and got back in the end, in whole units such as yuan. */
    private void spent(Money spent) {
        meters.counter("errand.plans.spent", "currency", spent.currency())
                .increment(spent.amount() / 100.0);
    }

    /** Inputs that are written and not decided yet, as {@code known} says whenever it is asked. */
    void lag(DoubleSupplier known) {
        Gauge.builder("errand.engine.lag", known::getAsDouble)
                .description("Inputs that are written and not decided yet")
                .register(meters);
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
