package errand.orchestrator.web;

import errand.orchestrator.plan.PlanSpec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Checks plans that are handed in. Promise: every fault is named, and nothing is sent. */
interface Drafts {

    /** A plan that may run, or all that is wrong with it. */
    sealed interface Checked {
        record Accepted(PlanSpec plan) implements Checked {}

        record Rejected(List<Problem.Fault> faults) implements Checked {}
    }

    Checked check(ObjectNode draft, String planId, String user, String lang);

    /** A plan of the platform itself, which may use what is kept for it. */
    Checked own(ObjectNode draft, String planId, String user, String lang);

    /** What the plan would do and ask, as JSON. */
    Object preview(PlanSpec plan);
}
