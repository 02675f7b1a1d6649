package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Decider;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Evolution;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A price that changes after the person agreed: the old consent does not cover it (S13). */
class RequotingTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String ID = "${$out.q.quote.quoteId}";

    private final Decider decider = new Decider(new JsonataDocuments());
    private final List<PlanEvent> facts = new ArrayList<>();
    private @Nullable Plan plan;

    @Test
    void the_person_is_asked_again_with_the_new_price_and_only_that_is_held() {
        begin(null, "{\"quoteId\":\"" + ID + "\"}");
        agreeAndBeRefused();

        Consent again = card();
        assertThat(again.state()).isEqualTo(Consent.State.OPEN);
        assertThat(again.total()).isEqualTo(new Money(150, "CNY"));
        assertThat(again.replaces()).isEqualTo(plan().consents().getFirst().id());
        assertThat(the("h").phase()).isEqualTo(Phase.WAITING);

        grant();
        assertThat(the("h").phase()).isEqualTo(Phase.DISPATCHED);
        assertThat(the("h").taskId("p_1")).isEqualTo("p_1/h/do/2");
        assertThat(the("h").input()).isEqualTo("{\"quoteId\":\"q2\"}");
        succeeds("h", "{}");
        assertThat(the("o").phase()).isEqualTo(Phase.DISPATCHED);
        assertThat(the("o").input()).isEqualTo("{\"quoteId\":\"q2\"}");
        assertThat(the("o").consentId()).isEqualTo(again.id());
        succeeds("o", "{}");
        assertThat(plan().stage()).isEqualTo(new Stage.Closed(Outcome.DONE, null));
    }

    @Test
    void no_to_the_new_price_ends_the_plan_with_nothing_held() {
        begin(null, "{\"quoteId\":\"" + ID + "\"}");
        agreeAndBeRefused();
        send(new PlanCommand.AnswerConsent(card().id(), false, card().hash(), AT));
        assertThat(outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(facts).noneMatch(PlanEvent.UndoDispatched.class::isInstance);
    }

    @Test
    void a_new_price_over_the_budget_is_told_and_not_asked() {
        begin(new Money(120, "CNY"), "{\"quoteId\":\"" + ID + "\"}");
        agreeAndBeRefused();
        assertThat(plan().consents()).hasSize(1);
        assertThat(plan().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed ->
                                assertThat(Objects.requireNonNull(closed.failure()).code())
                                        .isEqualTo("BUDGET_EXCEEDED"));
    }

    @Test
    void it_is_asked_again_three_times_and_then_given_up() {
        begin(null, "{\"quoteId\":\"" + ID + "\"}");
        succeeds("q", quote("q1", 100));
        for (int i = 2; i <= 4; i++) {
            grant();
            refuses("h", "q" + i, 50 + i);
        }
        grant();
        refuses("h", "q5", 500);
        assertThat(outcome()).isEqualTo(Outcome.FAILED);
        assertThat(facts).filteredOn(PlanEvent.StepRequoted.class::isInstance).hasSize(3);
    }

    @Test
    void a_refusal_without_a_quote_fails_as_any_other() {
        begin(null, "{\"quoteId\":\"" + ID + "\"}");
        succeeds("q", quote("q1", 100));
        grant();
        send(
                new PlanCommand.ReportRefused(
                        the("h").taskId("p_1"),
                        Failure.of(Failure.Kind.REFUSED, "PRICE_CHANGED", "more"),
                        AT));
        assertThat(outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void once_money_was_moved_for_the_old_price_the_plan_unwinds() {
        begin(null, "{\"quoteId\":\"" + ID + "\"}", "pay");
        succeeds("q", quote("q1", 100));
        grant();
        succeeds("pay", "{}");
        refuses("h", "q2", 150);
        assertThat(facts).noneMatch(PlanEvent.StepRequoted.class::isInstance);
        assertThat(the("pay").phase()).isEqualTo(Phase.UNDOING);
    }

    private void agreeAndBeRefused() {
        succeeds("q", quote("q1", 100));
        assertThat(card().total()).isEqualTo(new Money(100, "CNY"));
        grant();
        refuses("h", "q2", 150);
    }

    private void begin(@Nullable Money budget, String input, String... before) {
        List<StepSpec> steps = new ArrayList<>();
        steps.add(step("q", "t.x.read", "{}"));
        steps.add(step("ok", Manifest.ASK, "{\"quotes\":[\"${$out.q.quote}\"]}", "q"));
        for (String id : before) {
            steps.add(step(id, "t.x.pay", input, "q", "ok"));
        }
        List<String> needs = new ArrayList<>(List.of("q", "ok"));
        needs.addAll(List.of(before));
        steps.add(step("h", "t.x.hold", input, needs.toArray(String[]::new)));
        steps.add(step("o", "t.x.commit", input, "q", "h"));
        send(
                new PlanCommand.Submit(
                        new PlanSpec("p_1", "demo", "zh", "test", budget, "{}", steps, MANIFESTS),
                        AT));
    }

    private static final Map<String, Manifest> MANIFESTS =
            Map.of(
                    "t.x.read",
                    manifest("t.x.read", Effect.READ),
                    "t.x.hold",
                    manifest("t.x.hold", Effect.HOLD),
                    "t.x.commit",
                    manifest("t.x.commit", Effect.COMMIT),
                    "t.x.pay",
                    manifest("t.x.pay", Effect.PAY),
                    "t.x.undo",
                    manifest("t.x.undo", Effect.HOLD),
                    Manifest.ASK,
                    manifest(Manifest.ASK, Effect.READ));

    private static Manifest manifest(String name, Effect effect) {
        return new Manifest(
                name,
                "1",
                effect,
                Maturity.AUTO,
                effect.writes() ? "t.x.undo" : null,
                Duration.ofSeconds(30),
                "{\"type\":\"object\"}",
                name.endsWith("read") ? List.of(List.of("quote")) : List.of());
    }

    private static StepSpec step(String id, String capability, String input, String... needs) {
        return new StepSpec(
                id, capability, input, List.of(needs), null, null, null, new OnFailure.Fail());
    }

    private static String quote(String id, long total) {
        return """
        {"quote":{"quoteId":"%1$s","payee":{"id":"shop","name":"店"},"title":"x","cancellation":"",\
        "lines":[{"title":"x","quantity":1,"unit":{"amount":%2$d,"currency":"CNY"},\
        "amount":{"amount":%2$d,"currency":"CNY"}}],"total":{"amount":%2$d,"currency":"CNY"},\
        "validUntil":"2026-11-23T18:00:00+08:00"}}"""
                .formatted(id, total);
    }

    private void succeeds(String step, String output) {
        send(new PlanCommand.ReportSucceeded(the(step).taskId("p_1"), output, AT));
    }

    private void refuses(String step, String quoteId, long total) {
        send(
                new PlanCommand.ReportRefused(
                        the(step).taskId("p_1"),
                        new Failure(
                                Failure.Kind.REFUSED,
                                "PRICE_CHANGED",
                                "It costs more now.",
                                quote(quoteId, total)),
                        AT));
    }

    private void grant() {
        send(new PlanCommand.AnswerConsent(card().id(), true, card().hash(), AT));
    }

    private void send(PlanCommand command) {
        for (PlanEvent event : decider.decide(plan, command)) {
            facts.add(event);
            plan = Evolution.evolve(plan, event);
        }
    }

    private Consent card() {
        return plan().consents().getLast();
    }

    private Step the(String id) {
        return plan().step(id).orElseThrow();
    }

    private Outcome outcome() {
        return ((Stage.Closed) plan().stage()).outcome();
    }

    private Plan plan() {
        return Objects.requireNonNull(plan);
    }
}
