package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** How the plans of a run ended, all conversations together. */
final class Endings {

    private final Map<String, Plan> plans = new LinkedHashMap<>();

    Endings(List<Conversation> conversations) {
        conversations.forEach(each -> plans.putAll(each.plans()));
    }

    Collection<Plan> plans() {
        return plans.values();
    }

    /** Whether a task's plan came to something. */
    boolean stands(String taskId) {
        Outcome outcome = ((Stage.Closed) planOf(taskId).stage()).outcome();
        return outcome == Outcome.DONE || outcome == Outcome.PARTIAL;
    }

    /** Whether what a task did stands only because its undo was given up. */
    boolean givenUp(String taskId) {
        return stepOf(taskId).phase() == Phase.UNDO_FAILED;
    }

    Step stepOf(String taskId) {
        return planOf(taskId).step(taskId.split("/", -1)[1]).orElseThrow();
    }

    private Plan planOf(String taskId) {
        return Objects.requireNonNull(plans.get(taskId.split("/", -1)[0]), taskId);
    }

    /**
     * @param refused whether the business said no to this undo task
     */
    void undosGivenUpOnlyWhenRefused(Predicate<String> refused) {
        for (Plan plan : plans()) {
            for (Step step : plan.steps().values()) {
                if (step.phase() == Phase.UNDO_FAILED
                        && !Objects.requireNonNull(step.failure())
                                .code()
                                .equals("UNDO_UNANSWERED")) {
                    assertThat(step.undoTaskId(plan.id())).matches(refused);
                }
            }
        }
    }
}
