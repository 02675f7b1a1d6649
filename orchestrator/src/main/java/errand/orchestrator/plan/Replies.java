package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What agents answer. An answer to a round that is over, or a second one, changes nothing. */
final class Replies {

    private final Journal journal;
    private final Documents documents;

    Replies(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    void succeeded(String taskId, String output) {
        journal.plan()
                .ofTask(taskId)
                .ifPresent(
                        step -> {
                            if (isUndo(step, taskId)) {
                                undone(step, output);
                            } else if (awaited(step)) {
                                done(step, output);
                            }
                        });
    }

    void refused(String taskId, Failure failure) {
        journal.plan()
                .ofTask(taskId)
                .ifPresent(
                        step -> {
                            if (isUndo(step, taskId)) {
                                undoFailed(step, failure);
                            } else if (awaited(step)
                                    && !new Requoting(journal, documents).tried(step, failure)) {
                                journal.fail(step, reason(step, failure));
                            }
                        });
    }

    void failed(String taskId, Failure failure) {
        journal.plan()
                .ofTask(taskId)
                .ifPresent(
                        step -> {
                            if (isUndo(step, taskId)) {
                                undoAttemptFailed(step, failure);
                            } else {
                                attemptFailed(step, failure);
                            }
                        });
    }

    private boolean isUndo(Step step, String taskId) {
        return taskId.equals(step.undoTaskId(journal.plan().id()));
    }

    private static boolean awaited(Step step) {
        return step.phase() == Phase.DISPATCHED
                || step.phase() == Phase.RETRYING
                || step.phase() == Phase.WITHDRAWN;
    }

    /** A cancelled task fails with what it was withdrawn for. */
    private static Failure reason(Step step, Failure failure) {
        boolean withdrawn =
                step.phase() == Phase.WITHDRAWN && failure.kind() == Failure.Kind.CANCELLED;
        return withdrawn ? Objects.requireNonNullElse(step.failure(), failure) : failure;
    }

    private void done(Step step, String output) {
        Manifest manifest = journal.plan().manifest(step);
        switch (documents.quotes(output, manifest.quotePaths())) {
            case Documents.Answer.Known<List<Quote>> known ->
                    journal.note(new StepSucceeded(step.id(), output, known.value()));
            case Documents.Answer.Fault<List<Quote>> fault ->
                    malformed(step, manifest, output, fault.failure());
        }
    }

    /** A write has happened whatever its answer looks like: it must stay undoable. */
    private void malformed(Step step, Manifest manifest, String output, Failure failure) {
        if (manifest.effect().writes()) {
            journal.note(new StepSucceeded(step.id(), output, List.of()));
        } else {
            journal.fail(step, failure);
        }
    }

    /**
     * A failure is not remembered by the agent: a repeated delivery of the same task may still do
     * it. So a write that failed is withdrawn, and only its inbox row says what became of it.
     */
    private void attemptFailed(Step step, Failure failure) {
        if (step.phase() != Phase.DISPATCHED && step.phase() != Phase.RETRYING) {
            return;
        }
        boolean passing = failure.kind() == Failure.Kind.TRANSIENT;
        if (passing && step.phase() == Phase.RETRYING) {
            return;
        }
        Instant next = retryAt(step);
        Instant deadline = step.deadline();
        if (passing && deadline != null && next.isBefore(deadline)) {
            journal.note(new StepRetryScheduled(step.id(), step.attempt() + 1, next, failure));
        } else if (journal.plan().manifest(step).effect().writes()) {
            journal.withdraw(step, 1, failure);
        } else {
            journal.fail(step, failure);
        }
    }

    private Instant retryAt(Step step) {
        return journal.at().plus(Backoff.after(step.taskId(journal.plan().id()), step.attempt()));
    }

    private void undone(Step step, String output) {
        if (undoAwaited(step) || step.phase() == Phase.UNDO_FAILED) {
            journal.note(new StepUndone(step.id(), output));
        }
    }

    private void undoFailed(Step step, Failure failure) {
        if (undoAwaited(step)) {
            journal.note(new UndoFailed(step.id(), failure));
        }
    }

    /** One that came too late at its agent was not tried at all. */
    private void undoAttemptFailed(Step step, Failure failure) {
        boolean passing =
                failure.kind() == Failure.Kind.TRANSIENT || failure.kind() == Failure.Kind.TIMEOUT;
        boolean again = passing && step.attempt() < Limits.UNDO_ATTEMPTS;
        if (step.phase() == Phase.UNDOING && again) {
            Duration wait = Backoff.after(step.undoTaskId(journal.plan().id()), step.attempt());
            journal.note(
                    new UndoRetryScheduled(
                            step.id(), step.attempt() + 1, journal.at().plus(wait), failure));
        } else if (step.phase() == Phase.UNDOING) {
            undoFailed(step, failure);
        }
    }

    private static boolean undoAwaited(Step step) {
        return step.phase() == Phase.UNDOING || step.phase() == Phase.UNDO_RETRYING;
    }
}
