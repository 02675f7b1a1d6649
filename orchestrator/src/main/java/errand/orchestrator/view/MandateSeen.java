package errand.orchestrator.view;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Mandates;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mandate as its keeper said it stands. Replies of several conversations come in any order; the
 * keeper's version says which is the later.
 *
 * @param document JSON as users see it
 */
record MandateSeen(
        String id,
        String user,
        String state,
        Instant until,
        boolean spentUp,
        long version,
        String document) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All that the facts of one record tell of mandates. */
    static List<MandateSeen> in(List<Fact> facts, Conversation full) {
        List<MandateSeen> all = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.OfPlan(String planId, PlanEvent event)) {
                Plan plan = full.plans().get(planId);
                String output = output(event);
                if (plan != null && output != null && keeps(plan, event)) {
                    MandateSeen seen = read(plan.spec().user(), output);
                    if (seen != null) {
                        all.add(seen);
                    }
                }
            }
        }
        return all;
    }

    private static @Nullable String output(PlanEvent event) {
        return switch (event) {
            case PlanEvent.StepSucceeded e -> e.output();
            case PlanEvent.StepUndone e -> e.output();
            default -> null;
        };
    }

    private static boolean keeps(Plan plan, PlanEvent event) {
        String stepId =
                switch (event) {
                    case PlanEvent.StepSucceeded e -> e.stepId();
                    case PlanEvent.StepUndone e -> e.stepId();
                    default -> "";
                };
        return plan.step(stepId).map(Step::capability).filter(Mandates::keeps).isPresent();
    }

    private static @Nullable MandateSeen read(String user, String output) {
        try {
            JsonNode mandate = JSON.readTree(output).path("mandate");
            String id = mandate.path("mandateId").asString("");
            return id.isEmpty()
                    ? null
                    : new MandateSeen(
                            id,
                            user,
                            mandate.path("state").asString("open"),
                            Instant.parse(mandate.path("until").asString("")),
                            mandate.at("/remaining/amount").asLong(0) <= 0,
                            mandate.path("version").asLong(0),
                            mandate.toString());
        } catch (JacksonException | DateTimeException unreadable) {
            return null;
        }
    }
}
