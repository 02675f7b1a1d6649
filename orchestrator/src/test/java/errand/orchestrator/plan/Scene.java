package errand.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One plan under test: commands in, facts out. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final Decider decider = new Decider(new PlainDocuments());
    private final List<PlanEvent> all = new ArrayList<>();
    private List<PlanEvent> last = List.of();
    private @Nullable Plan plan;
    Instant now = START;

    /** A plan of these steps; capabilities end in {@code .read .hold .commit .pay}. */
    static Scene of(StepSpec... steps) {
        return within(null, steps);
    }

    static Scene within(@Nullable Long budget, StepSpec... steps) {
        return with(budget, null, steps);
    }

    /** One that must be over after some time. */
    static Scene inTime(Duration time, StepSpec... steps) {
        return with(null, time, steps);
    }

    /** One of a person who has mandates. */
    static Scene mandated(StepSpec... steps) {
        Map<String, Manifest> keeper = new LinkedHashMap<>();
        add(keeper, Mandates.reserve("t"));
        return with(null, null, keeper, steps);
    }

    private static Scene with(@Nullable Long budget, @Nullable Duration time, StepSpec... steps) {
        return with(budget, time, Map.of(), steps);
    }

    private static Scene with(
            @Nullable Long budget,
            @Nullable Duration time,
            Map<String, Manifest> besides,
            StepSpec... steps) {
        Map<String, Manifest> manifests = new LinkedHashMap<>(besides);
        for (StepSpec step : steps) {
            add(manifests, step.capability());
            if (step.onFailure() instanceof OnFailure.Try other) {
                add(manifests, other.capability());
            }
        }
        Money money = budget == null ? null : new Money(budget, "CNY");
        PlanSpec spec =
                new PlanSpec(
                        "p_1",
                        "demo",
                        "zh",
                        "test",
                        money,
                        "{}",
                        List.of(steps),
                        manifests,
                        time,
                        null);
        return new Scene().send(new PlanCommand.Submit(spec, START));
    }

    private static void add(Map<String, Manifest> manifests, String capability) {
        String verb = capability.substring(capability.lastIndexOf('.') + 1);
        Effect effect =
                switch (verb) {
                    case "hold", "reserve" -> Effect.HOLD;
                    case "commit", "forgood" -> Effect.COMMIT;
                    case "pay" -> Effect.PAY;
                    default -> Effect.READ;
                };
        String undo = effect.writes() && !verb.equals("forgood") ? "t.thing.undo" : null;
        manifests.put(capability, manifest(capability, effect, undo));
        manifests.put("t.thing.undo", manifest("t.thing.undo", Effect.HOLD, null));
    }

    private static Manifest manifest(String name, Effect effect, @Nullable String undo) {
        return new Manifest(
                name,
                "1",
                effect,
                maturity(name),
                undo,
                Duration.ofSeconds(30),
                "{}",
                List.of(List.of("quote")));
    }

    private static Maturity maturity(String name) {
        return switch (name.split("[.]", -1)[1]) {
            case "careful" -> Maturity.CONFIRM;
            case "trial" -> Maturity.SHADOW;
            case "banned" -> Maturity.QUARANTINED;
            default -> Maturity.AUTO;
        };
    }

    static StepSpec step(String id, String capability, String... needs) {
        return step(id, capability, "{}", new OnFailure.Fail(), needs);
    }

    static StepSpec step(
            String id, String capability, String input, OnFailure onFailure, String... needs) {
        return new StepSpec(id, capability, input, List.of(needs), null, null, null, onFailure);
    }

    static StepSpec ask(String id, String quoteId, String... needs) {
        return step(
                id,
                Manifest.ASK,
                "{\"quotes\":[{\"quoteId\":\"%s\"}]}".formatted(quoteId),
                new OnFailure.Fail(),
                needs);
    }

    static String quote(String id, long total) {
        return "{\"quote\":{\"quoteId\":\"%s\",\"total\":%d}}".formatted(id, total);
    }

    Scene send(PlanCommand command) {
        last = decider.decide(plan, command);
        for (PlanEvent event : last) {
            plan = Evolution.evolve(plan, event);
        }
        all.addAll(last);
        return this;
    }

    Scene succeeds(String step) {
        return succeeds(step, "{}");
    }

    Scene succeeds(String step, String output) {
        return send(new PlanCommand.ReportSucceeded(task(step), output, now));
    }

    Scene refuses(String step, String code) {
        return send(
                new PlanCommand.ReportRefused(
                        task(step), Failure.of(Kind.REFUSED, code, code), now));
    }

    Scene fails(String step, Kind kind) {
        return send(
                new PlanCommand.ReportFailed(
                        task(step), Failure.of(kind, kind.name(), "failed"), now));
    }

    Scene undone(String step) {
        return send(new PlanCommand.ReportSucceeded(the(step).undoTaskId("p_1"), "{}", now));
    }

    Scene undoFails(String step, Kind kind) {
        return send(
                new PlanCommand.ReportFailed(
                        the(step).undoTaskId("p_1"), Failure.of(kind, "X", "x"), now));
    }

    Scene neverHappened(String step) {
        return send(
                new PlanCommand.ReportRefused(
                        task(step), Failure.of(Kind.CANCELLED, "CANCELLED", "never"), now));
    }

    Scene cancel() {
        return send(new PlanCommand.Cancel("算了", now));
    }

    Scene pass(Duration time) {
        now = now.plus(time);
        return send(new PlanCommand.PassTime(now));
    }

    Scene answers(boolean granted) {
        Consent card = card();
        return send(new PlanCommand.AnswerConsent(card.id(), granted, card.hash(), now));
    }

    Consent card() {
        return plan().consents().getLast();
    }

    Plan plan() {
        return Objects.requireNonNull(plan);
    }

    Step the(String step) {
        return plan().the(step);
    }

    private String task(String step) {
        return the(step).taskId("p_1");
    }

    /** What the last command led to, as short words: {@code StepDispatched(a)}. */
    List<String> facts() {
        return last.stream().map(Scene::word).toList();
    }

    List<PlanEvent> last() {
        return last;
    }

    private static String word(PlanEvent event) {
        String name = event.getClass().getSimpleName();
        return switch (event) {
            case PlanEvent.StepReady e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepExpanded e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepSkipped e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepDispatched e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepSucceeded e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepFailed e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepAlternativeTaken e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepRequoted e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepRetryScheduled e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepWithdrawn e -> name + "(" + e.stepId() + ")";
            case PlanEvent.UndoDispatched e -> name + "(" + e.stepId() + ")";
            case PlanEvent.UndoRetryScheduled e -> name + "(" + e.stepId() + ")";
            case PlanEvent.StepUndone e -> name + "(" + e.stepId() + ")";
            case PlanEvent.UndoFailed e -> name + "(" + e.stepId() + ")";
            case PlanEvent.PlanUnwinding e -> name + "(" + e.outcome() + ")";
            case PlanEvent.RevisionAsked e -> name + "(" + e.stepId() + ")";
            case PlanEvent.PlanClosed e -> name + "(" + e.outcome() + ")";
            default -> name;
        };
    }

    Scene hasEnded(Outcome outcome) {
        assertThat(plan().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.outcome()).isEqualTo(outcome));
        return this;
    }

    Scene stillRuns() {
        assertThat(plan().closed()).isFalse();
        return this;
    }

    /** Folding the facts gives the plan that deciding them gave. */
    void foldsTheSame() {
        Plan folded = null;
        for (PlanEvent event : all) {
            folded = Evolution.evolve(folded, event);
        }
        assertThat(folded).isEqualTo(plan);
    }
}
