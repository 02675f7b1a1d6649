package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Step;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What an agent remembers of its writes agrees with what the log says of the steps. */
final class InboxInvariants {

    private final AgentInbox inbox;
    private final Endings endings;

    InboxInvariants(AgentInbox inbox, Endings endings) {
        this.inbox = inbox;
        this.endings = endings;
    }

    void hold() {
        Broken.unless("G3 each effect happens once", this::eachStepOnce);
        Broken.unless("what an agent has done its plan knows", this::known);
        Broken.unless("what a plan says was done was done", this::done);
    }

    /** Whatever the round: a step is done once and undone once. */
    private void eachStepOnce() {
        assertThat(inbox.done())
                .extracting(row -> row.taskId().substring(0, row.taskId().lastIndexOf('/')))
                .doesNotHaveDuplicates();
    }

    private void known() {
        for (AgentInbox.Row row : inbox.done()) {
            Step step = endings.stepOf(row.taskId());
            assertThat(step.phase())
                    .as("phase of %s, which was done", row.taskId())
                    .isIn(
                            row.taskId().contains("/undo/")
                                    ? List.of(Phase.UNDONE)
                                    : List.of(Phase.DONE, Phase.UNDONE, Phase.UNDO_FAILED));
        }
    }

    private void done() {
        for (Plan plan : endings.plans()) {
            for (Step step : plan.steps().values()) {
                if (isOurs(step) && plan.manifest(step.capability()).effect().writes()) {
                    done(plan, step);
                }
            }
        }
    }

    private boolean isOurs(Step step) {
        return step.capability().startsWith(inbox.agent() + ".") && step.spec().each() == null;
    }

    private void done(Plan plan, Step step) {
        if (step.phase() == Phase.DONE) {
            assertThat(inbox.isDone(step.taskId(plan.id()))).as(step.taskId(plan.id())).isTrue();
            assertThat(json(Objects.requireNonNull(step.output())))
                    .as("G4: the output of %s is the agent's", step.id())
                    .isEqualTo(json(inbox.bodyOf(step.taskId(plan.id()))));
        } else if (step.phase() == Phase.UNDONE && inbox.isDone(step.taskId(plan.id()))) {
            assertThat(inbox.isDone(step.undoTaskId(plan.id())))
                    .as(step.undoTaskId(plan.id()))
                    .isTrue();
        }
    }

    private static Object json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
