package errand.orchestrator.web;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.draft.PlanPreview;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.view.MandateList;
import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;

/** Checks against what the agents that are here now have announced. */
record DirectoryDrafts(Directory directory, MandateList mandates, Clock clock) implements Drafts {

    @Override
    public Checked check(ObjectNode draft, String planId, String user, String lang) {
        Checked checked =
                checked(PlanDrafts.check(draft.toString(), directory, planId, user, lang));
        return checked instanceof Checked.Accepted(var plan) && plan.asks() && mandated(user)
                ? new Checked.Accepted(PlanDrafts.mandated(plan, directory))
                : checked;
    }

    private boolean mandated(String user) {
        return mandates.active(user, clock.instant());
    }

    @Override
    public Checked own(ObjectNode draft, String planId, String user, String lang) {
        return checked(PlanDrafts.own(draft.toString(), directory, planId, user, lang));
    }

    private static Checked checked(errand.orchestrator.draft.Checked checked) {
        return switch (checked) {
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
