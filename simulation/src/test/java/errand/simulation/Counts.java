package errand.simulation;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Stage;
import errand.simulation.Chaos.Met;
import java.util.HashSet;
import java.util.Set;

/** Counts what the facts of a run tell of its mishaps. */
final class Counts {

    private final Chaos chaos;
    private final Set<String> withdrawn = new HashSet<>();

    Counts(Chaos chaos) {
        this.chaos = chaos;
    }

    void of(LogInvariants log) {
        ChangeInvariants changes = log.changes();
        changes.count(chaos);
        for (Plan plan : log.folded().plans().values()) {
            boolean revised = plan.steps().keySet().stream().anyMatch(id -> id.endsWith("_r2"));
            if (revised
                    && !changes.changed(plan.id())
                    && plan.stage() instanceof Stage.Closed closed
                    && closed.outcome() == Outcome.DONE) {
                chaos.met(Met.DONE_ANOTHER_WAY);
            }
        }
        for (ConversationAdvanced advanced : log.conversation().log.values()) {
            for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
                if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)) {
                    if (!changes.changed(planId)) {
                        countWay(event);
                    }
                    count(event);
                    countLate(planId, event);
                }
            }
        }
    }

    /** Where no person changed it. */
    private void countWay(PlanEvent event) {
        switch (event) {
            case PlanEvent.PlanRevised e -> chaos.met(Met.REVISED);
            case PlanEvent.ConsentAsked e when e.consent().replaces() != null ->
                    chaos.met(Met.ASKED_AGAIN_AT_A_NEW_PRICE);
            default -> {}
        }
    }

    private void countLate(String planId, PlanEvent event) {
        switch (event) {
            case PlanEvent.StepWithdrawn e -> withdrawn.add(planId + e.stepId());
            case PlanEvent.StepSucceeded e when withdrawn.contains(planId + e.stepId()) ->
                    chaos.met(Met.LATE_REPLY_AFTER_CANCEL);
            case PlanEvent.StepUndone e when withdrawn.contains(planId + e.stepId()) ->
                    chaos.met(Met.LATE_SUCCESS_UNDONE);
            default -> {}
        }
    }

    private void count(PlanEvent event) {
        switch (event) {
            case PlanEvent.ConsentGranted e -> chaos.met(Met.CONSENT_GRANTED);
            case PlanEvent.ConsentMandated e -> chaos.met(Met.MANDATE_USED);
            case PlanEvent.ConsentRefused e -> chaos.met(Met.CONSENT_REFUSED);
            case PlanEvent.ConsentExpired e -> chaos.met(Met.CONSENT_EXPIRED);
            case PlanEvent.StepAlternativeTaken e -> chaos.met(Met.ALTERNATIVE_TAKEN);
            case PlanEvent.UndoRetryScheduled e -> chaos.met(Met.UNDO_RETRIED);
            case PlanEvent.UndoFailed e -> chaos.met(Met.UNDO_FAILED);
            case PlanEvent.PlanClosed e ->
                    chaos.met(
                            switch (e.outcome()) {
                                case DONE -> Met.DONE;
                                case PARTIAL -> Met.PARTIAL;
                                case FAILED, CANCELLED -> Met.FAILED;
                            });
            default -> {}
        }
    }
}
