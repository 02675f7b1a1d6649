package errand.orchestrator.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts of one decision, each folded into the plan as it is noted. Lives for one decision. */
final class Journal {

    private final List<PlanEvent> events = new ArrayList<>();
    private final Instant at;
    private Plan plan;

    Journal(Plan plan, Instant at) {
        this.plan = plan;
        this.at = at;
    }

    void note(PlanEvent event) {
        events.add(event);
        plan = Evolution.after(plan, event);
    }

    /** Turns the plan round, once. */
    void unwind(Outcome outcome, Failure failure) {
        if (plan.stage() instanceof Stage.Running) {
            note(new PlanEvent.PlanUnwinding(outcome, failure));
        }
    }

    /** A step has failed for good: its alternative, if it has one that was not taken yet. */
    void fail(Step step, Failure failure) {
        boolean forward = plan.stage() instanceof Stage.Running;
        if (forward
                && !step.alternated()
                && step.spec().onFailure() instanceof OnFailure.Try other) {
            note(
                    new PlanEvent.StepAlternativeTaken(
                            step.id(), other.capability(), other.input(), failure));
        } else {
            note(new PlanEvent.StepFailed(step.id(), failure));
        }
    }

    /** Asks the agent not to do a write any more, for the n-th time. */
    void withdraw(Step step, int attempt, Failure failure) {
        long seconds =
                Math.min(
                        Limits.WITHDRAW_AT_MOST.toSeconds(),
                        Limits.WITHDRAW_AGAIN.toSeconds() << Math.min(attempt - 1, 10));
        note(
                new PlanEvent.StepWithdrawn(
                        step.id(),
                        step.taskId(plan.id()),
                        attempt,
                        at.plusSeconds(seconds),
                        failure));
    }

    Plan plan() {
        return plan;
    }

    Instant at() {
        return at;
    }

    int size() {
        return events.size();
    }

    List<PlanEvent> events() {
        return List.copyOf(events);
    }

    List<PlanEvent> eventsAfter(PlanEvent first) {
        List<PlanEvent> all = new ArrayList<>();
        all.add(first);
        all.addAll(events);
        return List.copyOf(all);
    }
}
