package errand.orchestrator.codec;

import errand.common.Terms;
import errand.events.PlanEnded;
import errand.events.TaskCancelled;
import errand.events.TaskRequested;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The messages that follow from the facts of one input: the same facts, the same messages. */
public final class Outbox {

    private Outbox() {}

    /**
     * @param full the conversation after the facts, with the plans that just ended
     * @param at business time of the input
     */
    public static List<Outgoing> of(Conversation full, Instant at, List<Fact> facts) {
        List<Outgoing> all = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.ThinkingAsked(var thinking) ->
                        Talks.task(full, at, thinking).ifPresent(all::add);
                case Fact.OfPlan(String planId, var event)
                        when full.plans().containsKey(planId) -> {
                    Outgoing message = of(full.id(), the(full, planId), at, event);
                    if (message != null) {
                        all.add(message);
                    }
                }
                default -> {
                    // Of no consequence to anybody but the reader of the log.
                }
            }
        }
        return all;
    }

    private static Plan the(Conversation full, String planId) {
        return Objects.requireNonNull(full.plans().get(planId));
    }

    private static @Nullable Outgoing of(
            String conversationId, Plan plan, Instant at, PlanEvent event) {
        return switch (event) {
            case PlanEvent.StepDispatched e -> step(conversationId, plan, at, e);
            case PlanEvent.UndoDispatched e -> undo(conversationId, plan, at, e);
            case PlanEvent.StepWithdrawn e -> withdraw(conversationId, plan, at, e);
            case PlanEvent.PlanUnwinding e ->
                    new Outgoing(
                            Topics.CANCELLATIONS,
                            plan.id(),
                            new PlanEnded(plan.id(), conversationId, at, e.failure().message()));
            default -> null;
        };
    }

    private static Outgoing step(
            String conversationId, Plan plan, Instant at, PlanEvent.StepDispatched event) {
        var step = plan.step(event.stepId()).orElseThrow();
        return task(
                step.capability(),
                new TaskRequested(
                        event.taskId(),
                        conversationId,
                        plan.id(),
                        event.stepId(),
                        step.capability(),
                        Objects.requireNonNull(step.input()),
                        at,
                        event.deadline(),
                        event.attempt(),
                        plan.spec().user(),
                        plan.spec().lang(),
                        terms(plan, event.consentId()),
                        plan.manifest(step.capability()).version()));
    }

    private static Outgoing undo(
            String conversationId, Plan plan, Instant at, PlanEvent.UndoDispatched event) {
        var step = plan.step(event.stepId()).orElseThrow();
        return task(
                event.capability(),
                new TaskRequested(
                        event.taskId(),
                        conversationId,
                        plan.id(),
                        event.stepId(),
                        event.capability(),
                        event.input(),
                        at,
                        event.deadline(),
                        event.attempt(),
                        plan.spec().user(),
                        plan.spec().lang(),
                        terms(plan, step.consentId()),
                        plan.manifest(event.capability()).version()));
    }

    private static Outgoing task(String capability, TaskRequested task) {
        return new Outgoing(Topics.taskRequests(agent(capability)), task.getTaskId(), task);
    }

    private static Outgoing withdraw(
            String conversationId, Plan plan, Instant at, PlanEvent.StepWithdrawn event) {
        String capability = plan.step(event.stepId()).orElseThrow().capability();
        return new Outgoing(
                Topics.taskRequests(agent(capability)),
                event.taskId(),
                new TaskCancelled(
                        event.taskId(),
                        conversationId,
                        plan.id(),
                        capability,
                        at,
                        event.failure().message()));
    }

    private static @Nullable Terms terms(Plan plan, @Nullable String consentId) {
        if (consentId == null) {
            return null;
        }
        Consent consent = plan.consent(consentId).orElseThrow();
        return new Terms(consent.id(), consent.hash(), consent.shown());
    }

    private static String agent(String capability) {
        return capability.substring(0, capability.indexOf('.'));
    }
}
