package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.ask;
import static errand.orchestrator.plan.Scene.quote;
import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Failure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the person allowed beforehand stands in for them, exactly as far as it goes. */
class MandatesTest {

    private static final String M = "_mandate1";

    private static Scene quoted() {
        return Scene.mandated(
                        step("q", "t.thing.read"),
                        ask("ok", "q1", "q"),
                        step(
                                "buy",
                                "t.thing.commit",
                                "{\"quoteId\":\"q1\"}",
                                new OnFailure.Fail(),
                                "ok"))
                .succeeds("q", quote("q1", 100));
    }

    @Test
    void a_mandate_that_covers_it_stands_in_and_the_person_is_not_asked() {
        Scene scene = quoted();
        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(q)",
                        "StepReady(ok)",
                        "MandateTried",
                        "StepDispatched(" + M + ")");
        assertThat(scene.the(M).input()).contains("q1 by t.thing.read");
        scene.succeeds(M, "{\"reservationId\":\"R1\"}");
        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(" + M + ")",
                        "ConsentMandated",
                        "StepSucceeded(ok)",
                        "StepReady(buy)",
                        "StepDispatched(buy)");
        assertThat(scene.the("buy").consentId()).isEqualTo(scene.card().id());
        assertThat(scene.card().state()).isEqualTo(Consent.State.GRANTED);
        scene.succeeds("buy").hasEnded(Outcome.DONE);
    }

    @Test
    void one_that_does_not_cover_it_leaves_the_card_to_the_person() {
        Scene scene = quoted().refuses(M, "MANDATE_EXHAUSTED");
        assertThat(scene.facts()).containsExactly("StepFailed(" + M + ")", "ConsentAsked");
        scene.answers(true);
        assertThat(scene.the("buy").phase()).isEqualTo(Phase.DISPATCHED);
        scene.succeeds("buy").hasEnded(Outcome.DONE);
    }

    @Test
    void what_was_reserved_is_given_back_when_the_plan_turns_round() {
        Scene scene = quoted().succeeds(M, "{\"reservationId\":\"R1\"}");
        scene.refuses("buy", "SOLD_OUT");
        assertThat(scene.facts()).contains("PlanUnwinding(FAILED)", "UndoDispatched(" + M + ")");
        scene.undone(M).hasEnded(Outcome.FAILED);
    }

    @Test
    void a_reservation_that_was_made_after_all_is_given_back_after_a_cancel() {
        Scene scene = quoted().cancel();
        assertThat(scene.the(M).phase()).isEqualTo(Phase.WITHDRAWN);
        scene.succeeds(M, "{\"reservationId\":\"R1\"}");
        assertThat(scene.facts()).contains("UndoDispatched(" + M + ")");
        scene.undone(M).hasEnded(Outcome.CANCELLED);
    }

    @Test
    void a_keeper_that_does_not_answer_is_asked_what_became_of_it_before_the_person_is() {
        Scene scene = quoted().pass(Duration.ofSeconds(6));
        assertThat(scene.the(M).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(scene.plan().open()).isEmpty();
        scene.neverHappened(M);
        assertThat(scene.facts()).contains("ConsentAsked");
        assertThat(scene.plan().open()).hasSize(1);
    }

    @Test
    void what_always_asks_is_asked_in_person_even_when_a_mandate_covers_the_quote() {
        Scene scene =
                Scene.mandated(
                        step("q", "t.thing.read"),
                        step(
                                "buy",
                                "t.careful.commit",
                                "{\"quoteId\":\"q1\"}",
                                new OnFailure.Fail(),
                                "q"));
        scene.succeeds("q", quote("q1", 100));
        assertThat(scene.facts()).contains("ConsentAsked").doesNotContain("MandateTried");
    }

    @Test
    void a_price_nobody_quoted_is_never_covered() {
        Scene scene = Scene.mandated(step("send", "t.thing.commit"));
        assertThat(scene.facts()).contains("ConsentAsked").doesNotContain("MandateTried");
    }

    @Test
    void without_mandates_nobody_is_asked_but_the_person() {
        Scene scene =
                Scene.of(step("q", "t.thing.read"), ask("ok", "q1", "q"))
                        .succeeds("q", quote("q1", 100));
        assertThat(scene.facts()).contains("ConsentAsked").doesNotContain("MandateTried");
    }

    @Test
    void a_failure_of_the_keeper_does_not_make_the_plan_partial() {
        Scene scene = quoted().fails(M, Kind.INVALID);
        scene.neverHappened(M).answers(true);
        scene.succeeds("buy").hasEnded(Outcome.DONE);
    }

    @Test
    void what_no_step_asks_about_is_reserved_for_once_and_then_runs() {
        Scene scene =
                Scene.mandated(
                                step("q", "t.thing.read"),
                                step(
                                        "buy",
                                        "t.thing.commit",
                                        "{\"quoteId\":\"q1\"}",
                                        new OnFailure.Fail(),
                                        "q"))
                        .succeeds("q", quote("q1", 100))
                        .succeeds(M, "{\"reservationId\":\"R1\"}");
        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(" + M + ")", "ConsentMandated", "StepDispatched(buy)");
        assertThat(scene.plan().consents()).hasSize(1);
    }
}
