package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.time.Instant;
import java.util.Objects;

/** What falls due as time passes. */
final class Deadlines {

    private final Journal journal;

    Deadlines(Journal journal) {
        this.journal = journal;
    }

    void pass() {
        Instant deadline = journal.plan().spec().deadline();
        if (deadline != null && !journal.at().isBefore(deadline)) {
            journal.unwind(
                    Outcome.FAILED,
                    Failure.of(
                            Failure.Kind.TIMEOUT,
                            "PLAN_OVERDUE",
                            "It had to be done by %s.".formatted(deadline)));
        }
        journal.plan().open().stream()
                .filter(consent -> !journal.at().isBefore(consent.expiresAt()))
                .forEach(consent -> journal.note(new ConsentExpired(consent.id())));
        for (Step step : journal.plan().all()) {
            Instant due = step.due();
            if (due != null && !journal.at().isBefore(due)) {
                fallDue(step);
            }
        }
    }

    private void fallDue(Step step) {
        switch (step.phase()) {
            case DISPATCHED -> timeOut(step);
            case RETRYING -> again(step);
            case WITHDRAWN ->
                    journal.withdraw(
                            step,
                            step.attempt() + 1,
                            Objects.requireNonNullElse(step.failure(), timeout(step)));
            case UNDOING -> undoUnanswered(step);
            case UNDO_RETRYING -> undoAgain(step, step.attempt());
            case WAITING, READY, EXPANDED, ASKING, DONE, FAILED, SKIPPED, UNDONE, UNDO_FAILED -> {}
        }
    }

    private void timeOut(Step step) {
        if (!journal.plan().manifest(step).effect().writes()) {
            journal.fail(step, timeout(step));
            return;
        }
        journal.withdraw(step, 1, timeout(step));
    }

    private void again(Step step) {
        journal.note(
                new StepDispatched(
                        step.id(),
                        step.taskId(journal.plan().id()),
                        step.attempt(),
                        Objects.requireNonNull(step.deadline()),
                        step.consentId()));
    }

    private void undoUnanswered(Step step) {
        if (step.attempt() < Limits.UNDO_ATTEMPTS) {
            undoAgain(step, step.attempt() + 1);
        } else {
            journal.note(
                    new UndoFailed(
                            step.id(),
                            Failure.of(
                                    Failure.Kind.TIMEOUT,
                                    "UNDO_UNANSWERED",
                                    "Nobody answered the undo of step '%s' (%s) after %d attempts."
                                            .formatted(
                                                    step.id(),
                                                    step.capability(),
                                                    step.attempt()))));
        }
    }

    private void undoAgain(Step step, int attempt) {
        Plan plan = journal.plan();
        journal.note(
                new UndoDispatched(
                        step.id(),
                        step.undoTaskId(plan.id()),
                        Objects.requireNonNull(plan.manifest(step).undo()),
                        Objects.requireNonNull(step.undoInput()),
                        attempt,
                        journal.at().plus(Limits.UNDO_ANSWER)));
    }

    private static Failure timeout(Step step) {
        return Failure.of(
                Failure.Kind.TIMEOUT,
                "NO_ANSWER",
                "%s did not answer in time.".formatted(step.capability()));
    }
}
