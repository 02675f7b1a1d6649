package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.ask;
import static errand.orchestrator.plan.Scene.quote;
import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan goes on another way: what is done stays, and everything is checked again. */
class RevisionsTest {

    private static final OnFailure REVISE = new OnFailure.Revise();
    private static final String Q1 = "{\"quoteId\":\"q1\"}";
    private static final String Q2 = "{\"quoteId\":\"q2\"}";

    /** Two holds; the second is refused. */
    private static Scene refused(@Nullable Long budget) {
        return Scene.within(
                        budget,
                        step("q", "t.thing.read"),
                        ask("ok", "q1", "q"),
                        step("first", "t.thing.hold", "{}", new OnFailure.Fail(), "ok"),
                        step("hold", "t.thing.hold", Q1, REVISE, "first"),
                        step("buy", "t.thing.commit", Q1, new OnFailure.Fail(), "hold"))
                .succeeds("q", quote("q1", 100))
                .answers(true)
                .succeeds("first")
                .refuses("hold", "SOLD_OUT");
    }

    private static Change change(List<String> undo, StepSpec... steps) {
        return new Change(List.of(steps), Map.of(), undo, "q1");
    }

    private static Change another(String... undo) {
        return change(
                List.of(undo),
                step("q_r2", "t.thing.read"),
                ask("ok_r2", "q2", "q_r2"),
                step("hold_r2", "t.thing.hold", Q2, REVISE, "ok_r2"),
                step("buy_r2", "t.thing.commit", Q2, new OnFailure.Fail(), "hold_r2"));
    }

    private static Scene revise(Scene scene, int round, @Nullable Change change) {
        return scene.send(new PlanCommand.Revise(round, change, scene.now));
    }

    @Test
    void what_is_done_stays_and_the_person_is_asked_about_what_is_new() {
        Scene scene = refused(null);
        assertThat(scene.facts()).containsExactly("StepFailed(hold)", "RevisionAsked(hold)");
        revise(scene, 1, another()).succeeds("q_r2", quote("q2", 120));
        assertThat(scene.the("first").phase()).isEqualTo(Phase.DONE);
        assertThat(scene.the("buy").phase()).isEqualTo(Phase.SKIPPED);
        assertThat(scene.card().replaces()).isEqualTo(scene.plan().consents().getFirst().id());
        scene.answers(true).succeeds("hold_r2").succeeds("buy_r2").hasEnded(Outcome.DONE);
    }

    @Test
    void nothing_new_is_sent_while_another_way_is_looked_for() {
        Scene scene =
                Scene.of(
                                step("a", "t.thing.hold", "{}", REVISE),
                                step("b", "t.thing.read"),
                                step("c", "t.thing.read", "b"))
                        .refuses("a", "SOLD_OUT")
                        .succeeds("b");
        assertThat(scene.the("c").phase()).isEqualTo(Phase.WAITING);
        revise(scene, 1, change(List.of(), step("c_r2", "t.thing.read", "b")));
        assertThat(scene.the("c_r2").phase()).isEqualTo(Phase.DISPATCHED);
    }

    @Test
    void no_other_way_turns_the_plan_round() {
        Scene scene = revise(refused(null), 1, null);
        assertThat(scene.facts()).contains("PlanUnwinding(FAILED)", "UndoDispatched(first)");
        scene.undone("first").hasEnded(Outcome.FAILED);
    }

    @Test
    void one_that_does_not_fit_turns_the_plan_round() {
        Change taken = change(List.of(), step("buy", "t.thing.commit"));
        assertThat(revise(refused(null), 1, taken).facts()).contains("PlanUnwinding(FAILED)");
        Change nowhere = change(List.of(), step("x", "t.thing.read", "nobody"));
        assertThat(revise(refused(null), 1, nowhere).facts()).contains("PlanUnwinding(FAILED)");
        Change unknown = change(List.of(), step("x", "t.unheard.read"));
        assertThat(revise(refused(null), 1, unknown).facts()).contains("PlanUnwinding(FAILED)");
        Change undoneTwice = another("hold");
        assertThat(revise(refused(null), 1, undoneTwice).facts()).contains("PlanUnwinding(FAILED)");
    }

    @Test
    void the_old_way_is_given_back_before_the_new_one_begins() {
        Scene scene = revise(refused(null), 1, another("first"));
        assertThat(scene.facts()).contains("UndoDispatched(first)");
        assertThat(scene.the("q_r2").phase()).isEqualTo(Phase.WAITING);
        scene.undone("first");
        assertThat(scene.the("q_r2").phase()).isEqualTo(Phase.DISPATCHED);
        scene.succeeds("q_r2", quote("q2", 120)).answers(true);
        scene.succeeds("hold_r2").succeeds("buy_r2").hasEnded(Outcome.DONE);
    }

    @Test
    void an_old_way_that_cannot_be_given_back_ends_the_plan() {
        Scene scene = revise(refused(null), 1, another("first"));
        scene.send(
                new PlanCommand.ReportRefused(
                        scene.the("first").undoTaskId("p_1"),
                        Failure.of(Failure.Kind.REFUSED, "TOO_LATE", "no"),
                        scene.now));
        assertThat(scene.facts()).contains("UndoFailed(first)", "PlanUnwinding(FAILED)");
    }

    @Test
    void the_budget_holds_for_the_new_way_and_does_not_count_the_old() {
        Scene fits = revise(refused(150L), 1, another()).succeeds("q_r2", quote("q2", 150));
        assertThat(fits.plan().open()).hasSize(1);
        Scene over = revise(refused(150L), 1, another()).succeeds("q_r2", quote("q2", 151));
        assertThat(over.facts()).contains("PlanUnwinding(FAILED)");
    }

    private static Scene asked() {
        return Scene.of(step("q", "t.thing.read"), ask("ok", "q1", "q"))
                .succeeds("q", quote("q1", 100));
    }

    @Test
    void another_one_than_the_card_offers_is_looked_for_when_the_person_wants_it() {
        Scene scene = asked().send(new PlanCommand.WantAnother(Scene.START));
        assertThat(scene.facts()).containsExactly("RevisionAsked(ok)");
        Change change = change(List.of(), step("q_r2", "t.thing.read"), ask("ok_r2", "q2", "q_r2"));
        revise(scene, 1, change);
        assertThat(scene.facts()).contains("ConsentWithdrawn", "PlanRevised");
        scene.succeeds("q_r2", quote("q2", 120)).answers(true).hasEnded(Outcome.DONE);
    }

    @Test
    void when_there_is_no_other_the_card_still_stands() {
        Scene scene = revise(asked().send(new PlanCommand.WantAnother(Scene.START)), 1, null);
        assertThat(scene.facts()).containsExactly("RevisionGivenUp");
        scene.answers(true).hasEnded(Outcome.DONE);
    }

    @Test
    void another_one_is_wanted_of_nothing_when_no_card_is_open() {
        Scene scene = Scene.of(step("q", "t.thing.read"));
        assertThat(scene.send(new PlanCommand.WantAnother(Scene.START)).facts()).isEmpty();
        Scene late = asked().answers(true);
        assertThat(late.send(new PlanCommand.WantAnother(Scene.START)).facts()).isEmpty();
    }

    @Test
    void it_is_asked_twice_and_no_more() {
        Scene scene = revise(refused(null), 1, another()).succeeds("q_r2", quote("q2", 100));
        scene.answers(true).refuses("hold_r2", "SOLD_OUT");
        assertThat(scene.facts()).contains("RevisionAsked(hold_r2)");
        Change third =
                new Change(
                        List.of(step("hold_r3", "t.thing.hold", "{}", REVISE)),
                        Map.of(),
                        List.of(),
                        null);
        revise(scene, 2, third).refuses("hold_r3", "SOLD_OUT");
        assertThat(scene.facts()).contains("PlanUnwinding(FAILED)");
    }

    @Test
    void a_late_or_second_answer_changes_nothing() {
        Scene scene = revise(refused(null), 1, another());
        assertThat(revise(scene, 1, another()).facts()).isEmpty();
        assertThat(revise(refused(null), 7, another()).facts()).isEmpty();
        Scene cancelled = refused(null).cancel();
        assertThat(revise(cancelled, 1, another()).facts()).isEmpty();
    }

    @Test
    void a_reply_that_was_under_way_is_kept() {
        Scene scene =
                Scene.of(step("a", "t.thing.hold", "{}", REVISE), step("b", "t.thing.hold"))
                        .refuses("a", "SOLD_OUT");
        revise(scene, 1, change(List.of(), step("a_r2", "t.thing.hold")));
        scene.succeeds("b").succeeds("a_r2").hasEnded(Outcome.DONE);
        assertThat(scene.pass(Duration.ofHours(1)).facts()).isEmpty();
    }
}
