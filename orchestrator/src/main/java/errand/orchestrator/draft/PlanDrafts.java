package errand.orchestrator.draft;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Mandates;
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

    /** The agent that keeps mandates. */
    public static final String KEEPER = "alipay";

    private final Faults faults = new Faults();
    private final Catalogue catalogue;

    private PlanDrafts(Directory directory, boolean own) {
        this.catalogue = new Catalogue(directory, faults, own);
    }

    /**
     * @param json body of {@code POST /api/plans}
     * @param planId id the plan will have, {@code p_} + UUIDv7
     * @param lang {@code zh} or {@code en}
     */
    public static Checked check(
            String json, Directory directory, String planId, String user, String lang) {
        return check(json, directory, planId, user, lang, false);
    }

    /** The platform's own plan: it may use what is kept for the platform. */
    public static Checked own(
            String json, Directory directory, String planId, String user, String lang) {
        return check(json, directory, planId, user, lang, true);
    }

    /**
     * The plan with what it takes to ask a mandate before the person; as it is when it asks nothing
     * or nobody here keeps mandates.
     */
    public static PlanSpec mandated(PlanSpec plan, Directory directory) {
        Catalogue keeper = new Catalogue(directory, new Faults(), true);
        String reserve = Mandates.reserve(KEEPER);
        if (!plan.asks() || directory.find(reserve).isEmpty()) {
            return plan;
        }
        keeper.use(reserve, "");
        return plan.with(keeper.manifests());
    }

    private static Checked check(
            String json,
            Directory directory,
            String planId,
            String user,
            String lang,
            boolean own) {
        PlanDrafts drafts = new PlanDrafts(directory, own);
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
