package errand.orchestrator.draft;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a draft against what agents can do. All faults are named in one go, so that whoever wrote
 * it, a person or a model, can mend it in one go.
 */
public final class PlanDrafts {

    private final Faults faults = new Faults();
    private final Catalogue catalogue;

    private PlanDrafts(Directory directory) {
        this.catalogue = new Catalogue(directory, faults);
    }

    /**
     * @param json body of {@code POST /api/plans}
     * @param planId id the plan will have, {@code p_} + UUIDv7
     * @param lang {@code zh} or {@code en}
     */
    public static Checked check(
            String json, Directory directory, String planId, String user, String lang) {
        PlanDrafts drafts = new PlanDrafts(directory);
        PlanSpec plan = drafts.plan(json, planId, user, lang);
        return plan != null && drafts.faults.none()
                ? new Checked.Accepted(plan)
                : new Checked.Rejected(drafts.faults.all());
    }

    private @Nullable PlanSpec plan(String json, String planId, String user, String lang) {
        Draft draft = new DraftReader(faults).read(json);
        if (draft == null) {
            return null;
        }
        Set<String> ids = ids(draft.steps());
        Map<String, List<String>> needs = new LinkedHashMap<>();
        List<StepSpec> steps =
                draft.steps().stream()
                        .map(step -> new StepCheck(step, ids, catalogue, faults).spec())
                        .toList();
        steps.forEach(step -> needs.putIfAbsent(step.id(), step.needs()));
        Order.check(needs, faults);
        return new PlanSpec(
                planId,
                user,
                lang,
                draft.goal(),
                draft.budget(),
                draft.in().toString(),
                steps,
                catalogue.manifests(),
                draft.within(),
                null);
    }

    private Set<String> ids(List<Draft.Step> steps) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> twice = new HashSet<>();
        for (Draft.Step step : steps) {
            if (!step.id().isEmpty() && !ids.add(step.id()) && twice.add(step.path())) {
                faults.add(
                        step.path() + "/id",
                        "STEP_ID_TWICE",
                        "There is a step '%s' already; every step has an id of its own."
                                .formatted(step.id()));
            }
        }
        return ids;
    }
}
