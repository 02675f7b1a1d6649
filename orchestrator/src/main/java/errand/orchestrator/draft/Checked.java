package errand.orchestrator.draft;

import errand.orchestrator.plan.PlanSpec;
import java.util.List;

/** What came of checking a draft. */
public sealed interface Checked {

    /** A plan that may be submitted. */
    record Accepted(PlanSpec plan) implements Checked {}

    /**
     * @param faults every one of them, never empty
     */
    record Rejected(List<Fault> faults) implements Checked {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
