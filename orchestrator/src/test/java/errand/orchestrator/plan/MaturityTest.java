package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Failure.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How far a capability is trusted, kept by the engine whoever wrote the plan. */
class MaturityTest {

    @Test
    void a_read_on_trial_runs_and_nobody_sees_what_it_says() {
        Scene scene =
                Scene.of(step("t", "t.trial.read"), step("after", "t.thing.read", "t"))
                        .succeeds("t", "{\"x\":1}");
        assertThat(scene.the("t").phase()).isEqualTo(Phase.DONE);
        assertThat(scene.plan().outputs()).doesNotContainKey("t");
        assertThat(scene.the("after").phase()).isEqualTo(Phase.DISPATCHED);
        scene.succeeds("after").hasEnded(Outcome.DONE);
    }

    @Test
    void a_read_on_trial_that_fails_harms_nobody() {
        Scene scene =
                Scene.of(step("t", "t.trial.read"), step("after", "t.thing.read", "t"))
                        .fails("t", Kind.INVALID);
        scene.succeeds("after").hasEnded(Outcome.DONE);
    }

    @Test
    void a_write_on_trial_is_denied_and_ends_the_plan() {
        Scene scene = Scene.of(step("w", "t.trial.hold"));
        scene.hasEnded(Outcome.FAILED);
        assertThat(Objects.requireNonNull(scene.the("w").failure()).code()).isEqualTo("SHADOW");
    }

    @Test
    void what_is_quarantined_is_never_sent() {
        Scene scene = Scene.of(step("r", "t.banned.read"));
        scene.hasEnded(Outcome.FAILED);
        assertThat(Objects.requireNonNull(scene.the("r").failure()).code())
                .isEqualTo("QUARANTINED");
        assertThat(scene.facts()).doesNotContain("StepDispatched(r)");
    }

    @Test
    void what_is_to_be_confirmed_asks_even_to_hold() {
        Scene scene = Scene.of(step("h", "t.careful.hold"));
        assertThat(scene.facts()).contains("ConsentAsked").doesNotContain("StepDispatched(h)");
    }
}
