package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.simulation.Chaos.Met;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What holds at the end of every run (G1–G7). */
final class Invariants {

    private final Run run;
    private final Conversation folded;
    private final Set<String> withdrawn = new HashSet<>();

    Invariants(Run run) {
        this.run = run;
        Conversation conversation = Conversation.begun(Run.CONVERSATION);
        for (ConversationAdvanced advanced : run.log.values()) {
            conversation =
                    conversation.after(advanced.getAt(), Facts.fromAvro(advanced.getEvents()));
        }
        this.folded = conversation;
    }

    void hold() {
        everyPlanEnded();
        numberedWithoutGaps();
        nothingBoundBeforeConsent();
        eachEffectOnce();
        moneyIsRight();
        nothingStaysHeld();
        replayGivesTheSame();
        counts();
    }

    private void everyPlanEnded() {
        assertThat(folded.plans()).hasSize(run.plans.size());
        assertThat(folded.plans().values()).allMatch(Plan::closed);
    }

    private void numberedWithoutGaps() {
        long expected = 1;
        for (long seq : run.log.keySet()) {
            assertThat(seq).isEqualTo(expected++);
        }
    }

    private void nothingBoundBeforeConsent() {
        Set<String> granted = new HashSet<>();
        Conversation now = Conversation.begun(Run.CONVERSATION);
        for (ConversationAdvanced advanced : run.log.values()) {
            List<Fact> facts = Facts.fromAvro(advanced.getEvents());
            now = now.after(advanced.getAt(), facts);
            for (Fact fact : facts) {
                if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)) {
                    if (event instanceof PlanEvent.ConsentGranted grant) {
                        granted.add(grant.consentId());
                    } else if (event instanceof PlanEvent.StepDispatched sent) {
                        bound(Objects.requireNonNull(now.plans().get(planId)), sent, granted);
                    }
                }
            }
        }
    }

    private static void bound(Plan plan, PlanEvent.StepDispatched sent, Set<String> granted) {
        Step step = plan.step(sent.stepId()).orElseThrow();
        String capability = step.capability();
        if (capability.startsWith("shop.pay") || capability.equals("shop.thing.order")) {
            assertThat(granted).contains(sent.consentId());
            Consent consent = plan.consent(String.valueOf(sent.consentId())).orElseThrow();
            assertThat(consent.items().stream().map(Quote::quoteId)).containsAll(step.quoteIds());
        }
    }

    private void eachEffectOnce() {
        List<String> writes =
                run.agent.shop().state.effects.stream()
                        .filter(task -> !task.matches("p_\\d/[sq]\\d/.*"))
                        .toList();
        assertThat(writes).doesNotHaveDuplicates();
    }

    private void moneyIsRight() {
        var state = run.agent.shop().state;
        assertThat(state.ledger.values().stream().mapToLong(Long::longValue).sum()).isZero();
        long spent = 0;
        for (Plan plan : folded.plans().values()) {
            spent += moneyOf(plan);
        }
        long captured = state.captured.values().stream().mapToLong(Long::longValue).sum();
        assertThat(captured).isEqualTo(spent);
        assertThat(state.ledger.getOrDefault("shop", 0L)).isEqualTo(captured);
    }

    private long moneyOf(Plan plan) {
        Outcome outcome = ((Stage.Closed) plan.stage()).outcome();
        long orders = ordersOf(plan);
        if (outcome == Outcome.DONE || outcome == Outcome.PARTIAL) {
            long quoted =
                    plan.step("pay").orElseThrow().quoteIds().stream()
                            .map(id -> Objects.requireNonNull(plan.quotes().get(id)).total())
                            .reduce(Money.NOTHING, Money::plus)
                            .amount();
            assertThat(orders).isEqualTo(plan.quotes().size());
            return quoted;
        }
        if (plan.steps().values().stream().noneMatch(s -> s.phase() == Phase.UNDO_FAILED)) {
            assertThat(orders).isZero();
        }
        return 0;
    }

    private long ordersOf(Plan plan) {
        return run.agent.shop().state.orders.keySet().stream()
                .filter(order -> order.startsWith("o_" + plan.id() + "/"))
                .count();
    }

    private void nothingStaysHeld() {
        boolean stuck =
                folded.plans().values().stream()
                        .flatMap(plan -> plan.steps().values().stream())
                        .anyMatch(step -> step.phase() == Phase.UNDO_FAILED);
        if (!stuck) {
            assertThat(run.agent.shop().state.holds).isEmpty();
            assertThat(run.agent.shop().state.authorised).isEmpty();
        }
    }

    /** The inbox through the core again gives the same records; folding gives the live state. */
    private void replayGivesTheSame() {
        Conversation again = Conversation.begun(Run.CONVERSATION);
        List<SpecificRecord> records = new ArrayList<>();
        long offset = 0;
        for (SpecificRecord record : run.inbox) {
            var input = Inputs.fromAvro(record);
            var step = Run.core().apply(again, input);
            SimulatedEngine.made(step, input, offset++).stream()
                    .filter(ConversationAdvanced.class::isInstance)
                    .forEach(records::add);
            again = step.kept();
        }
        assertThat(records).isEqualTo(List.copyOf(run.log.values()));
        assertThat(again).isEqualTo(run.engine.state());
        assertThat(folded.live().plans()).isEqualTo(again.plans());
        assertThat(folded.seq()).isEqualTo(again.seq());
    }

    private void counts() {
        for (ConversationAdvanced advanced : run.log.values()) {
            for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
                if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)) {
                    count(event);
                    countLate(planId, event);
                }
            }
        }
    }

    private void countLate(String planId, PlanEvent event) {
        switch (event) {
            case PlanEvent.StepWithdrawn e -> withdrawn.add(planId + e.stepId());
            case PlanEvent.StepSucceeded e when withdrawn.contains(planId + e.stepId()) ->
                    run.chaos.met(Met.LATE_REPLY_AFTER_CANCEL);
            case PlanEvent.StepUndone e when withdrawn.contains(planId + e.stepId()) ->
                    run.chaos.met(Met.LATE_SUCCESS_UNDONE);
            default -> {}
        }
    }

    private void count(PlanEvent event) {
        switch (event) {
            case PlanEvent.ConsentGranted e -> run.chaos.met(Met.CONSENT_GRANTED);
            case PlanEvent.ConsentRefused e -> run.chaos.met(Met.CONSENT_REFUSED);
            case PlanEvent.ConsentExpired e -> run.chaos.met(Met.CONSENT_EXPIRED);
            case PlanEvent.StepAlternativeTaken e -> run.chaos.met(Met.ALTERNATIVE_TAKEN);
            case PlanEvent.UndoRetryScheduled e -> run.chaos.met(Met.UNDO_RETRIED);
            case PlanEvent.UndoFailed e -> run.chaos.met(Met.UNDO_FAILED);
            case PlanEvent.PlanClosed e ->
                    run.chaos.met(
                            switch (e.outcome()) {
                                case DONE -> Met.DONE;
                                case PARTIAL -> Met.PARTIAL;
                                case FAILED, CANCELLED -> Met.FAILED;
                            });
            default -> {}
        }
    }
}
