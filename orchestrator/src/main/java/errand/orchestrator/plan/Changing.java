package errand.orchestrator.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a running plan becomes the one that is wanted now. What means the same as before is kept with
 * what came of it; all else is planned anew, and what of it binds is given back first. Works on the
 * plan as it is when the wish arrives, not as it was when somebody thought about it. Pure.
 */
public final class Changing {

    private final Documents documents;

    public Changing(Documents documents) {
        this.documents = documents;
    }

    /** What can be done about a wish. */
    public sealed interface Verdict {

        /**
         * @param cards ids of cards that were agreed to and cover nothing any more
         */
        record Possible(Change change, List<String> cards) implements Verdict {}

        /** Nothing changes. */
        record Refused(Reason reason) implements Verdict {}
    }

    /** Why a plan is not changed. */
    public enum Reason {
        /** It goes forward no more. */
        OVER,
        /** Something that binds is on its way, and its answer is not known yet. */
        BUSY,
        /** Something would have to be undone that was booked or paid for good. */
        TOO_LATE,
        /** It was changed as often as is allowed. */
        TOO_OFTEN
    }

    /**
     * @param wanted the whole plan as it would be drafted today, checked
     */
    public Verdict of(Plan plan, PlanSpec wanted) {
        if (!(plan.stage() instanceof Stage.Running)) {
            return new Verdict.Refused(Reason.OVER);
        }
        Rounds rounds = Rounds.of(plan);
        if (rounds.next() > Limits.CHANGES + 1) {
            return new Verdict.Refused(Reason.TOO_OFTEN);
        }
        Map<String, String> kept = new Keeping(plan, wanted, documents).ids();
        Leaving leaving = new Leaving(plan, documents, Set.copyOf(kept.values()));
        Reason obstacle = leaving.obstacle();
        if (obstacle != null) {
            return new Verdict.Refused(obstacle);
        }
        List<StepSpec> steps = rounds.anew(wanted.steps(), kept);
        if (steps.size() + plan.steps().size() > Limits.STEPS) {
            return new Verdict.Refused(Reason.TOO_OFTEN);
        }
        List<String> cards = leaving.cards();
        Change change =
                new Change(
                        steps,
                        wanted.manifests(),
                        leaving.undo(cards),
                        null,
                        new Change.Wish(
                                wanted.goal(),
                                wanted.in(),
                                wanted.budget(),
                                leaving.left(),
                                leaving.quotes()));
        return tooDear(plan, change, kept.values())
                ? new Verdict.Refused(Reason.TOO_LATE)
                : new Verdict.Possible(change, cards);
    }

    /** What is ordered or paid and stays would be undone for a budget that does not bear it. */
    private boolean tooDear(Plan plan, Change change, Collection<String> kept) {
        boolean bound =
                kept.stream()
                        .map(plan::the)
                        .filter(step -> !step.spec().asks())
                        .map(step -> plan.manifest(step).effect())
                        .anyMatch(effect -> effect == Effect.COMMIT || effect == Effect.PAY);
        return bound && new Budget(plan.with(change), documents).exceededBy(List.of()) != null;
    }
}
