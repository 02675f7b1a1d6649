package errand.orchestrator.plan;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.PlanEvent.*;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What follows while a plan is on its way back. */
final class Backward {

    private final Journal journal;
    private final Documents documents;

    Backward(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    void run(Stage.Unwinding unwinding) {
        journal.plan().consents().stream()
                .filter(Consent::pending)
                .forEach(card -> journal.note(new ConsentWithdrawn(card.id())));
        for (Step step : List.copyOf(journal.plan().all())) {
            if (step.phase() == Phase.DISPATCHED || step.phase() == Phase.RETRYING) {
                stop(step, unwinding.failure());
            }
        }
        if (journal.plan().all().stream().noneMatch(Backward::undoing)) {
            next().ifPresentOrElse(this::undo, () -> close(unwinding));
        }
    }

    /** Whether these steps are undone; otherwise goes on undoing them, the last one first. */
    boolean gaveBack(List<String> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        List<Step> steps = ids.stream().map(journal.plan()::the).toList();
        for (Step step : steps) {
            Failure failure = step.failure();
            if (step.phase() == Phase.UNDO_FAILED && failure != null) {
                journal.unwind(Outcome.FAILED, failure);
                return false;
            }
        }
        if (steps.stream().noneMatch(Backward::undoing)) {
            steps.stream()
                    .filter(step -> step.phase() == Phase.DONE)
                    .max(Comparator.comparingInt(Step::order))
                    .ifPresent(this::undo);
        }
        return steps.stream().allMatch(step -> step.phase() == Phase.UNDONE);
    }

    /** A read is forgotten; the outcome of a write must be learned. */
    private void stop(Step step, Failure why) {
        if (journal.plan().manifest(step).effect().writes()) {
            journal.withdraw(step, 1, why);
        } else {
            journal.note(
                    new StepFailed(
                            step.id(),
                            Failure.of(Failure.Kind.CANCELLED, "PLAN_ENDED", why.message())));
        }
    }

    private static boolean undoing(Step step) {
        return step.phase() == Phase.UNDOING || step.phase() == Phase.UNDO_RETRYING;
    }

    /** The last write done whose outcome nothing unanswered builds on. */
    private Optional<Step> next() {
        Set<String> blocked = new HashSet<>();
        for (Step step : journal.plan().all()) {
            if (step.phase() == Phase.WITHDRAWN) {
                collectNeeds(step, blocked);
            }
        }
        return journal.plan().all().stream()
                .filter(step -> step.phase() == Phase.DONE && writes(step))
                .filter(step -> !blocked.contains(root(step)))
                .max(Comparator.comparingInt(Step::order));
    }

    private void collectNeeds(Step step, Set<String> blocked) {
        for (String need : step.spec().needs()) {
            if (blocked.add(need)) {
                collectNeeds(journal.plan().the(need), blocked);
            }
        }
    }

    private static String root(Step step) {
        return Objects.requireNonNullElse(step.parent(), step.id());
    }

    private boolean writes(Step step) {
        boolean parent = step.spec().each() != null;
        return !parent && !step.spec().asks() && journal.plan().manifest(step).effect().writes();
    }

    private void undo(Step step) {
        Plan plan = journal.plan();
        String undo = plan.manifest(step).undo();
        if (undo == null) {
            journal.note(new UndoFailed(step.id(), irreversible(step)));
            return;
        }
        String output = Objects.requireNonNull(step.output());
        String input = Objects.requireNonNull(step.input());
        switch (documents.undoInput(plan.manifest(undo).inputSchema(), output, input)) {
            case Answer.Known<String> known ->
                    journal.note(
                            new UndoDispatched(
                                    step.id(),
                                    step.undoTaskId(plan.id()),
                                    undo,
                                    known.value(),
                                    1,
                                    journal.at().plus(Limits.UNDO_ANSWER)));
            case Answer.Fault<String> fault ->
                    journal.note(new UndoFailed(step.id(), fault.failure()));
        }
    }

    private static Failure irreversible(Step step) {
        return Failure.of(
                Failure.Kind.REFUSED,
                "CANNOT_BE_UNDONE",
                "%s has happened and its agent offers no way back.".formatted(step.capability()));
    }

    private void close(Stage.Unwinding unwinding) {
        boolean awaited =
                journal.plan().all().stream().anyMatch(step -> step.phase() == Phase.WITHDRAWN);
        if (!awaited) {
            journal.note(
                    new PlanClosed(
                            unwinding.outcome(),
                            unwinding.failure(),
                            Spending.of(journal.plan(), documents)));
        }
    }
}
