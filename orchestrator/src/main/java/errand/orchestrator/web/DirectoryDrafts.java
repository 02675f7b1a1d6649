package errand.orchestrator.web;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.draft.PlanPreview;
import errand.orchestrator.plan.PlanSpec;
import tools.jackson.databind.node.ObjectNode;

/** Checks against what the agents that are here now have announced. */
record DirectoryDrafts(Directory directory) implements Drafts {

    @Override
    public Checked check(ObjectNode draft, String planId, String user, String lang) {
        return switch (PlanDrafts.check(draft.toString(), directory, planId, user, lang)) {
            case errand.orchestrator.draft.Checked.Accepted ok -> new Checked.Accepted(ok.plan());
            case errand.orchestrator.draft.Checked.Rejected bad ->
                    new Checked.Rejected(
                            bad.faults().stream()
                                    .map(
                                            fault ->
                                                    new Problem.Fault(
                                                            fault.path(),
                                                            fault.code(),
                                                            fault.message()))
                                    .toList());
        };
    }

    @Override
    public PlanPreview preview(PlanSpec plan) {
        return PlanPreview.of(plan);
    }
}
