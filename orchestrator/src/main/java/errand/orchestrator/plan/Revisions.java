package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the planner for another way when a step that says so has failed, a bounded number of times.
 * What is done is kept; where no way is found, or one that does not fit, the plan turns round.
 */
final class Revisions {

    /** Why a plan is revised in which nothing has failed. */
    static final String ANOTHER_WANTED = "ANOTHER_WANTED";

    private final Journal journal;

    Revisions(Journal journal) {
        this.journal = journal;
    }

    /** Whether the planner is asked, or is being asked, because of it. */
    boolean asked(Step step, Failure failure) {
        if (!(step.spec().onFailure() instanceof OnFailure.Revise)
                || !(journal.plan().stage() instanceof Stage.Running running)) {
            return false;
        }
        if (running.revising() != null) {
            return true;
        }
        if (running.revisions() >= Limits.REVISIONS) {
            return false;
        }
        journal.note(new RevisionAsked(running.revisions() + 1, step.id(), failure));
        return true;
    }

    /** Only where one card about one thing is open is it clear what is meant. */
    void wanted() {
        List<Consent> open = journal.plan().open();
        if (journal.plan().stage() instanceof Stage.Running running
                && running.revising() == null
                && running.revisions() < Limits.REVISIONS
                && open.size() == 1
                && open.getFirst().items().size() == 1) {
            journal.note(
                    new RevisionAsked(
                            running.revisions() + 1,
                            open.getFirst().stepIds().getFirst(),
                            Failure.of(
                                    Failure.Kind.CANCELLED,
                                    ANOTHER_WANTED,
                                    "The person would rather have another one.")));
        }
    }

    void answered(PlanCommand.Revise answer) {
        if (!(journal.plan().stage() instanceof Stage.Running running)) {
            return;
        }
        Failure failure = running.revising();
        if (failure == null || running.revisions() != answer.round()) {
            return;
        }
        Change change = answer.change();
        if (change == null || !fits(change)) {
            if (failure.code().equals(ANOTHER_WANTED)) {
                journal.note(new RevisionGivenUp(answer.round()));
            } else {
                journal.unwind(Outcome.FAILED, failure);
            }
            return;
        }
        journal.plan().consents().stream()
                .filter(Consent::pending)
                .forEach(card -> journal.note(new ConsentWithdrawn(card.id())));
        journal.note(new PlanRevised(answer.round(), change));
    }

    /** What the person wants takes the place of what nobody is bound by yet. */
    void changed(PlanCommand.ChangeTo wanted) {
        if (!(journal.plan().stage() instanceof Stage.Running running) || !fits(wanted.change())) {
            return;
        }
        for (Consent card : journal.plan().consents()) {
            if (card.pending() || wanted.cards().contains(card.id())) {
                journal.note(new ConsentWithdrawn(card.id()));
            }
        }
        journal.note(new PlanRevised(running.revisions(), wanted.change()));
    }

    private boolean fits(Change change) {
        Plan plan = journal.plan();
        Set<String> ids = new HashSet<>(plan.steps().keySet());
        for (StepSpec step : change.steps()) {
            if (!ids.add(step.id())) {
                return false;
            }
        }
        boolean needed = change.steps().stream().allMatch(step -> ids.containsAll(step.needs()));
        boolean known =
                change.steps().stream()
                        .allMatch(
                                step ->
                                        plan.spec().manifests().containsKey(step.capability())
                                                || change.manifests()
                                                        .containsKey(step.capability()));
        return !change.steps().isEmpty()
                && ids.size() <= Limits.STEPS
                && needed
                && known
                && change.undo().stream().allMatch(id -> undoable(plan, id))
                && plan.all().stream().noneMatch(step -> standsOn(plan, step, change));
    }

    /** A write that stays must not stand on one that is undone. */
    private static boolean standsOn(Plan plan, Step step, Change change) {
        boolean stays =
                switch (step.phase()) {
                    case DISPATCHED, RETRYING, WITHDRAWN, DONE ->
                            !change.undo().contains(step.id());
                    case WAITING,
                            READY,
                            EXPANDED,
                            ASKING,
                            FAILED,
                            SKIPPED,
                            UNDOING,
                            UNDO_RETRYING,
                            UNDONE,
                            UNDO_FAILED ->
                            false;
                };
        return stays
                && !step.spec().asks()
                && plan.manifest(step).effect().writes()
                && step.spec().needs().stream().anyMatch(change.undo()::contains);
    }

    private static boolean undoable(Plan plan, String id) {
        return plan.step(id)
                .filter(step -> step.phase() == Phase.DONE && !step.spec().asks())
                .filter(step -> plan.manifest(step).effect().writes())
                .isPresent();
    }

    /** Nothing of the old way that was not begun will be. */
    static Plan revised(Plan plan, Change change) {
        Plan next = plan.with(change).in(new Stage.Running(rounds(plan), null, change.undo()));
        for (Step step : plan.all()) {
            switch (step.phase()) {
                case WAITING, READY, ASKING -> next = next.with(step.ended(Phase.SKIPPED, null));
                case FAILED ->
                        next =
                                plan.mayFail(step)
                                        ? next
                                        : next.with(step.ended(Phase.SKIPPED, step.failure()));
                case EXPANDED,
                        DISPATCHED,
                        RETRYING,
                        WITHDRAWN,
                        DONE,
                        SKIPPED,
                        UNDOING,
                        UNDO_RETRYING,
                        UNDONE,
                        UNDO_FAILED -> {}
            }
        }
        Change.Wish wish = change.wish();
        for (String id : wish == null ? List.<String>of() : wish.left()) {
            next = next.with(plan.the(id).ended(Phase.SKIPPED, null).giving(null));
        }
        for (StepSpec step : change.steps()) {
            next = next.with(Step.planned(step));
        }
        return next;
    }

    private static int rounds(Plan plan) {
        return plan.stage() instanceof Stage.Running running ? running.revisions() : 0;
    }
}
