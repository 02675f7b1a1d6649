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
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    private static final String DECIDE = "errand.engine.decide";
    private static final String WAITED = "errand.engine.inbox.wait";

    private final LateMeters meters = new LateMeters();
    private final Map<Object, int[]> conversations = new ConcurrentHashMap<>();

    EngineMetrics() {
        meters.timer(
                DECIDE,
                Timer.builder(DECIDE).description("Decoding, deciding and serialising one input"));
        meters.timer(
                WAITED,
                Timer.builder(WAITED)
                        .description("From the writing of an input to its decision")
                        .serviceLevelObjectives(BUCKETS));
        gauge("live", 0);
        gauge("idle", 1);
        beginWithZero();
    }

    /** Where to count. The engine may work before that is there: what it counted then is kept. */
    void in(MeterRegistry registry) {
        meters.in(registry);
    }

    /** What is rare is there from the start, so that its first time shows as an increase. */
    private void beginWithZero() {
        deadLetters(0);
        plans("accepted", 0);
        for (Outcome outcome : Outcome.values()) {
            plans(lower(outcome), 0);
        }
        for (Consent.State state : Consent.State.values()) {
            consents(
                    switch (state) {
                        case OPEN -> "asked";
                        case RESERVING -> "mandated";
                        case GRANTED, REFUSED, EXPIRED, WITHDRAWN -> lower(state);
                    },
                    0);
        }
    }

    private void gauge(String kind, int which) {
        meters.gauge(
                Gauge.builder(
                                "errand.engine.conversations",
                                conversations,
                                all ->
                                        all.values().stream()
                                                .mapToInt(counts -> counts[which])
                                                .sum())
                        .tag("kind", kind));
    }

    /**
     * Decoding, deciding and serialising took so long, and this came of it.
     *
     * @param arrived when the input's record was written, in milliseconds of the system clock
     */
    void count(Turn turn, long nanos, long arrived) {
        meters.record(DECIDE, nanos);
        long waited = Math.max(0, System.currentTimeMillis() - arrived);
        meters.record(WAITED, TimeUnit.MILLISECONDS.toNanos(waited));
        String outcome = lower(turn.outcome());
        meters.count("errand.engine.inputs", 1, Tags.of("type", turn.type(), "outcome", outcome));
        if (turn.outcome() == Turn.Outcome.REPEATED) {
            meters.count("errand.engine.resends", turn.outputs().size(), Tags.empty());
        }
        if (turn.dead() != null) {
            deadLetters(1);
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
            case PlanEvent.PlanAccepted _ -> plans("accepted", 1);
            case PlanEvent.PlanClosed e -> {
                plans(lower(e.outcome()), 1);
                spent(e.spent());
            }
            case PlanEvent.StepRetryScheduled e -> retry(plan, e.stepId(), "do", e.failure());
            case PlanEvent.UndoRetryScheduled e -> retry(plan, e.stepId(), "undo", e.failure());
            case PlanEvent.ConsentAsked _ -> consents("asked", 1);
            case PlanEvent.ConsentMandated _ -> consents("mandated", 1);
            case PlanEvent.ConsentGranted _ -> consents("granted", 1);
            case PlanEvent.ConsentRefused _ -> consents("refused", 1);
            case PlanEvent.ConsentExpired _ -> consents("expired", 1);
            case PlanEvent.ConsentWithdrawn _ -> consents("withdrawn", 1);
            case PlanEvent.StepSucceeded e -> step(plan, e.stepId(), "done");
            case PlanEvent.StepFailed e -> step(plan, e.stepId(), lower(e.failure().kind()));
            case PlanEvent.StepSkipped e -> step(plan, e.stepId(), "skipped");
            case PlanEvent.StepUndone e -> step(plan, e.stepId(), "undone");
            case PlanEvent.UndoFailed e -> step(plan, e.stepId(), "undo-failed");
            default -> {}
        }
    }

    private void plans(String state, int more) {
        meters.count("errand.plans", more, Tags.of("state", state));
    }

    private void deadLetters(int more) {
        meters.count(
                "errand.dead.letters",
                more,
                Tags.of("topic", "conversation.inbox.dlt", "reason", "stuck"));
    }

    private void step(@Nullable Plan plan, String stepId, String outcome) {
        meters.count(
                "errand.steps",
                1,
                Tags.of("capability", capability(plan, stepId), "outcome", outcome));
    }

    /** Another try of the same task is no outcome: it is counted here and nowhere else. */
    private void retry(@Nullable Plan plan, String stepId, String what, Failure failure) {
        Tags tags =
                Tags.of("capability", capability(plan, stepId), "what", what)
                        .and("failure", lower(failure.kind()));
        meters.count("errand.step.retries", 1, tags);
    }

    private static String capability(@Nullable Plan plan, String stepId) {
        return plan == null ? "unknown" : plan.step(stepId).map(Step::capability).orElse("unknown");
    }

    private void consents(String state, int more) {
        meters.count("errand.consents", more, Tags.of("state", state));
    }

    private void talk(String what) {
        meters.count("errand.talk", 1, Tags.of("what", what));
    }

    /** What a plan paid and got back in the end, in whole units such as yuan. */
    private void spent(Money spent) {
        meters.count(
                "errand.plans.spent",
                spent.amount() / 100.0,
                Tags.of("currency", spent.currency()));
    }

    /** Inputs that are written and not decided yet, as {@code known} says whenever it is asked. */
    void lag(Supplier<Number> known) {
        meters.gauge(
                Gauge.builder("errand.engine.lag", known)
                        .description("Inputs that are written and not decided yet"));
    }

    void timersAppended(int count) {
        meters.count("errand.engine.timers.appended", count, Tags.empty());
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
