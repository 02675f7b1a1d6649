package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.util.List;

/** When a plan on its way forward is over, and how it went. */
final class Closing {

    private final Journal journal;
    private final Documents documents;

    Closing(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    void close() {
        Plan plan = journal.plan();
        if (plan.stage() instanceof Stage.Running && settled(plan)) {
            List<Step> failed = in(plan, Phase.FAILED);
            boolean nothing = in(plan, Phase.DONE).isEmpty() && !failed.isEmpty();
            Outcome some = failed.isEmpty() ? Outcome.DONE : Outcome.PARTIAL;
            journal.note(
                    new PlanClosed(
                            nothing ? Outcome.FAILED : some,
                            nothing ? failed.getFirst().failure() : null,
                            Spending.of(plan, documents)));
        }
    }

    private static boolean settled(Plan plan) {
        for (Step step : plan.all()) {
            if (!plan.settled(step)) {
                return false;
            }
        }
        return true;
    }

    private static List<Step> in(Plan plan, Phase phase) {
        return plan.all().stream()
                .filter(step -> step.phase() == phase && !step.implicit())
                .filter(step -> !plan.unseen(step))
                .toList();
    }
}
