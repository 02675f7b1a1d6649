package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A plan and a fact give the plan after it. Total: a fact that does not fit changes nothing. */
public final class Evolution {

    private Evolution() {}

    /**
     * @param plan null before the plan was accepted
     * @return null only when there is no plan and the fact does not begin one
     */
    public static @Nullable Plan evolve(@Nullable Plan plan, PlanEvent event) {
        if (event instanceof PlanAccepted accepted) {
            return plan == null ? Plan.accepted(accepted.spec()) : plan;
        }
        return plan == null ? null : after(plan, event);
    }

    static Plan after(Plan plan, PlanEvent event) {
        return switch (event) {
            case PlanAccepted e -> plan;
            case StepReady e -> step(plan, e.stepId(), s -> s.ready(e.input(), e.quoteIds()));
            case StepExpanded e -> expanded(plan, e);
            case StepSkipped e -> step(plan, e.stepId(), s -> s.ended(Phase.SKIPPED, null));
            case StepDispatched e ->
                    step(
                            plan,
                            e.stepId(),
                            s -> s.dispatched(e.attempt(), e.deadline(), e.consentId()));
            case StepSucceeded e -> succeeded(plan, e);
            case StepFailed e -> step(plan, e.stepId(), s -> s.ended(Phase.FAILED, e.failure()));
            case StepAlternativeTaken e ->
                    step(plan, e.stepId(), s -> s.alternative(alternative(s.spec(), e)));
            case StepRequoted e -> requoted(plan, e);
            case StepRetryScheduled e ->
                    step(
                            plan,
                            e.stepId(),
                            s ->
                                    s.waitingUntil(
                                            Phase.RETRYING, e.attempt(), e.dueAt(), e.failure()));
            case StepWithdrawn e ->
                    step(
                            plan,
                            e.stepId(),
                            s ->
                                    s.waitingUntil(
                                            Phase.WITHDRAWN,
                                            e.attempt(),
                                            e.againAt(),
                                            e.failure()));
            case MandateTried e -> asked(plan.with(Mandates.step(e)), e.consent());
            case ConsentMandated e -> granted(plan, e.consentId());
            case ConsentAsked e -> asked(plan, e.consent());
            case ConsentGranted e -> granted(plan, e.consentId());
            case ConsentRefused e -> answered(plan, e.consentId(), Consent.State.REFUSED);
            case ConsentExpired e -> answered(plan, e.consentId(), Consent.State.EXPIRED);
            case ConsentWithdrawn e -> answered(plan, e.consentId(), Consent.State.WITHDRAWN);
            case ConsentAnswerDeclined e -> plan;
            case RevisionAsked e -> plan.in(new Stage.Running(e.round(), e.failure(), List.of()));
            case RevisionGivenUp e -> plan.in(new Stage.Running(e.round(), null, List.of()));
            case PlanRevised e -> Revisions.revised(plan, e.change());
            case PlanUnwinding e -> unwinding(plan, e);
            case UndoDispatched e ->
                    step(plan, e.stepId(), s -> s.undoing(e.input(), e.attempt(), e.deadline()));
            case UndoRetryScheduled e ->
                    step(
                            plan,
                            e.stepId(),
                            s ->
                                    s.waitingUntil(
                                            Phase.UNDO_RETRYING,
                                            e.attempt(),
                                            e.dueAt(),
                                            e.failure()));
            case StepUndone e -> step(plan, e.stepId(), s -> s.ended(Phase.UNDONE, s.failure()));
            case UndoFailed e ->
                    step(plan, e.stepId(), s -> s.ended(Phase.UNDO_FAILED, e.failure()));
            case PlanClosed e -> plan.in(new Stage.Closed(e.outcome(), e.failure()));
        };
    }

    private static Plan step(Plan plan, String id, UnaryOperator<Step> change) {
        return plan.step(id).map(step -> plan.with(change.apply(step))).orElse(plan);
    }

    private static Plan expanded(Plan plan, StepExpanded event) {
        return plan.step(event.stepId())
                .map(
                        parent -> {
                            List<Step> children = new ArrayList<>();
                            for (String item : event.items()) {
                                children.add(child(parent, children.size(), item));
                            }
                            return plan.withChildren(parent.ended(Phase.EXPANDED, null), children);
                        })
                .orElse(plan);
    }

    private static Step child(Step parent, int index, String item) {
        StepSpec spec = parent.spec();
        StepSpec own =
                new StepSpec(
                        spec.id() + "." + index,
                        spec.capability(),
                        spec.input(),
                        spec.needs(),
                        null,
                        null,
                        spec.answerWithin(),
                        spec.onFailure());
        return Step.child(own, spec.id(), item);
    }

    /** The refused step and whatever asked about the old quote begin anew. */
    private static Plan requoted(Plan plan, StepRequoted event) {
        Plan next =
                step(plan, event.sourceId(), s -> s.giving(event.output()))
                        .replacing(event.replaced(), event.quote());
        for (Step step : plan.all()) {
            boolean named = step.quoteIds().contains(event.replaced());
            boolean asked = step.spec().asks() && step.phase() == Phase.DONE;
            boolean unsent = step.phase() == Phase.READY;
            if (step.id().equals(event.stepId())
                    || named && (asked || unsent)
                    || asksNoMore(plan, step)) {
                next = next.with(step.again());
            }
        }
        return next;
    }

    /** It stood on a card that was withdrawn. */
    private static boolean asksNoMore(Plan plan, Step step) {
        String card = step.consentId();
        return step.phase() == Phase.ASKING
                && card != null
                && plan.consent(card).map(consent -> !consent.pending()).orElse(true);
    }

    private static StepSpec alternative(StepSpec spec, StepAlternativeTaken event) {
        return new StepSpec(
                spec.id(),
                event.capability(),
                event.input(),
                spec.needs(),
                spec.each(),
                null,
                spec.answerWithin(),
                new OnFailure.Fail());
    }

    private static Plan succeeded(Plan plan, StepSucceeded event) {
        Plan counted = plan.counting();
        return step(counted, event.stepId(), s -> s.succeeded(event.output(), counted.finished()))
                .with(event.quotes());
    }

    private static Plan asked(Plan plan, Consent consent) {
        Plan next = plan.with(consent);
        for (String id : consent.stepIds()) {
            next = step(next, id, s -> s.asking(consent.id()));
        }
        return next;
    }

    private static Plan granted(Plan plan, String consentId) {
        Plan next = answered(plan, consentId, Consent.State.GRANTED);
        for (Step step : plan.all()) {
            if (step.phase() == Phase.ASKING && consentId.equals(step.consentId())) {
                next = next.with(step.in(Phase.READY));
            }
        }
        return next;
    }

    private static Plan answered(Plan plan, String consentId, Consent.State answer) {
        return plan.consent(consentId)
                .map(consent -> plan.with(consent.answered(answer)))
                .orElse(plan);
    }

    /** Nothing that was not sent will be: it counts as skipped from here on. */
    private static Plan unwinding(Plan plan, PlanUnwinding event) {
        Plan next = plan.in(new Stage.Unwinding(event.outcome(), event.failure()));
        for (Step step : plan.all()) {
            switch (step.phase()) {
                case WAITING, READY, ASKING, EXPANDED ->
                        next = next.with(step.ended(Phase.SKIPPED, null));
                case DISPATCHED,
                        WITHDRAWN,
                        DONE,
                        FAILED,
                        SKIPPED,
                        UNDOING,
                        UNDO_RETRYING,
                        UNDONE,
                        UNDO_FAILED -> {}
            }
        }
        return next;
    }
}
