package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.START;
import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.codec.CoreJson;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plan that has to wait for its turn: nothing of it runs before, and it always ends. */
class QueueTest {

    private static Scene queued() {
        PlanSpec spec = Scene.within(null, step("a", "t.thing.read")).plan().spec().behind(12);
        return new Scene().send(new PlanCommand.Submit(spec, START));
    }

    private static Failure end(Scene scene) {
        return Objects.requireNonNull(((Stage.Closed) scene.plan().stage()).failure());
    }

    @Test
    void nothing_runs_before_it_is_admitted() {
        Scene scene = queued();
        assertThat(scene.facts()).containsExactly("PlanAccepted");
        assertThat(scene.plan().queued()).isTrue();
        scene.send(new PlanCommand.Admit(scene.now));
        assertThat(scene.facts())
                .containsExactly("PlanAdmitted", "StepReady(a)", "StepDispatched(a)");
        scene.succeeds("a");
        scene.hasEnded(Outcome.DONE).foldsTheSame();
    }

    @Test
    void being_admitted_twice_or_without_having_waited_changes_nothing() {
        Scene scene = queued().send(new PlanCommand.Admit(START));
        assertThat(scene.send(new PlanCommand.Admit(START)).facts()).isEmpty();
        Scene other = Scene.within(null, step("a", "t.thing.read"));
        assertThat(other.send(new PlanCommand.Admit(START)).facts()).isEmpty();
    }

    @Test
    void cancelled_while_it_waits_it_ends_at_once_and_is_not_admitted_any_more() {
        Scene scene = queued().cancel();
        scene.hasEnded(Outcome.CANCELLED);
        assertThat(scene.send(new PlanCommand.Admit(scene.now)).facts()).isEmpty();
    }

    @Test
    void it_is_given_up_when_its_turn_does_not_come() {
        Scene scene = queued();
        assertThat(scene.plan().nextDue()).isEqualTo(START.plus(Limits.QUEUED));
        scene.pass(Limits.QUEUED.minusSeconds(1));
        assertThat(scene.plan().queued()).isTrue();
        scene.pass(Duration.ofSeconds(1));
        scene.hasEnded(Outcome.FAILED).foldsTheSame();
        assertThat(end(scene).code()).isEqualTo("OVERLOADED");
        assertThat(end(scene).message()).contains("Nothing was begun");
    }

    @Test
    void a_plan_that_must_be_over_in_time_does_not_wait_longer() {
        PlanSpec spec =
                Scene.inTime(Duration.ofSeconds(30), step("a", "t.thing.read"))
                        .plan()
                        .spec()
                        .behind(12);
        Scene scene = new Scene().send(new PlanCommand.Submit(spec, START));
        assertThat(scene.plan().nextDue()).isEqualTo(START.plusSeconds(30));
        scene.pass(Duration.ofSeconds(30));
        assertThat(end(scene).code()).isEqualTo("PLAN_OVERDUE");
    }

    @Test
    void once_admitted_the_queue_s_time_does_not_count_any_more() {
        Scene scene = queued().send(new PlanCommand.Admit(START));
        assertThat(scene.plan().nextDue()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void its_place_is_kept_as_it_is_stored() {
        PlanSpec spec = queued().plan().spec();
        assertThat(CoreJson.readPlan(CoreJson.write(spec))).isEqualTo(spec);
    }
}
