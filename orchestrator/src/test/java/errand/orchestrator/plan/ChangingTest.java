package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.ask;
import static errand.orchestrator.plan.Scene.quote;
import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Changing.Reason;
import errand.orchestrator.plan.Changing.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The person wants another plan than the one that runs: what stays, what goes, what is refused. */
class ChangingTest {

    private static final Changing CHANGING = new Changing(new PlainDocuments());
    private static final String Q1 = "{\"quoteId\":\"q1\"}";
    private static final String LOOK = "{\"people\":\"${$in.people}\"}";
    private static final OnFailure FAIL = new OnFailure.Fail();

    /** Two things are looked for and quoted; both are asked about, held, paid and ordered. */
    private static StepSpec[] steps(String first, String second) {
        return new StepSpec[] {
            step("s", "t.thing.read", LOOK, FAIL),
            step("q", "t.thing.read", "{}", FAIL, "s"),
            step("other", "t.thing.read", "{\"x\":\"" + second + "\"}", FAIL),
            step(
                    "ok",
                    Manifest.ASK,
                    "{\"quotes\":[{\"quoteId\":\"%s\"},{\"quoteId\":\"%s\"}]}"
                            .formatted(first, second),
                    FAIL,
                    "q",
                    "other"),
            step("hold", "t.thing.hold", "{\"quoteId\":\"" + first + "\"}", FAIL, "ok"),
            step("auth", "t.money.pay", "{\"quoteId\":\"" + first + "\"}", FAIL, "hold"),
            step("buy", "t.thing.commit", "{\"quoteId\":\"" + first + "\"}", FAIL, "auth")
        };
    }

    private static Scene asked() {
        return Scene.of(steps("q1", "z1"))
                .succeeds("s")
                .succeeds("q", quote("q1", 100))
                .succeeds("other", quote("z1", 10));
    }

    private static PlanSpec wanted(
            Scene scene, String in, @Nullable Long budget, StepSpec... steps) {
        PlanSpec now = scene.plan().spec();
        return new PlanSpec(
                now.id(),
                now.user(),
                now.lang(),
                "another",
                budget == null ? null : new Money(budget, "CNY"),
                in,
                List.of(steps),
                Scene.of(steps("q1", "z1")).plan().spec().manifests());
    }

    private static Verdict verdict(Scene scene, PlanSpec wanted) {
        return CHANGING.of(scene.plan(), wanted);
    }

    private static Verdict.Possible possible(Scene scene, PlanSpec wanted) {
        return (Verdict.Possible) verdict(scene, wanted);
    }

    private static Scene change(Scene scene, PlanSpec wanted) {
        Verdict.Possible it = possible(scene, wanted);
        return scene.send(new PlanCommand.ChangeTo(it.change(), it.cards(), scene.now));
    }

    private static Scene three(Scene scene) {
        return change(scene, wanted(scene, "{\"people\":3}", null, steps("q2", "z1")));
    }

    private static void isRefused(Scene scene, Reason reason) {
        PlanSpec wanted = wanted(scene, "{\"people\":3}", null, steps("q2", "z1"));
        assertThat(verdict(scene, wanted)).isEqualTo(new Verdict.Refused(reason));
    }

    @Test
    void what_means_the_same_is_kept_and_the_rest_is_planned_anew_on_it() {
        Scene scene = asked();
        Change change =
                possible(scene, wanted(scene, "{\"people\":3}", null, steps("q2", "z1"))).change();
        assertThat(change.steps().stream().map(StepSpec::id))
                .containsExactly("s_r2", "q_r2", "ok_r2", "hold_r2", "auth_r2", "buy_r2");
        assertThat(change.steps().get(2).needs()).containsExactlyInAnyOrder("q_r2", "other");
        Change.Wish wish = java.util.Objects.requireNonNull(change.wish());
        assertThat(wish.left()).containsExactly("s", "q", "ok");
        assertThat(wish.quotes()).containsExactly("q1");
        assertThat(change.undo()).isEmpty();
    }

    @Test
    void references_name_the_steps_that_count() {
        StepSpec source = step("s", "t.thing.read", LOOK, FAIL);
        StepSpec reader =
                step("r", "t.thing.read", "{\"a\":\"${$out.s.x & $out.k.y}\"}", FAIL, "s", "k");
        StepSpec kept = step("k", "t.thing.read");
        Scene scene = Scene.of(source, kept, reader).succeeds("s").succeeds("k");
        Change change =
                possible(scene, wanted(scene, "{\"people\":3}", null, source, kept, reader))
                        .change();
        assertThat(change.steps().getLast().input())
                .isEqualTo("{\"a\":\"${$out.s_r2.x & $out.k.y}\"}");
        Scene again = change(scene, wanted(scene, "{\"people\":3}", null, source, kept, reader));
        again.succeeds("s_r2");
        Change second =
                possible(again, wanted(again, "{\"people\":4}", null, source, kept, reader))
                        .change();
        assertThat(second.steps().getLast().input())
                .isEqualTo("{\"a\":\"${$out.s_r3.x & $out.k.y}\"}");
    }

    @Test
    void the_open_card_gives_way_to_one_that_names_it_and_shows_what_would_run() {
        Scene scene = asked();
        Consent old = scene.card();
        three(scene);
        assertThat(scene.facts()).containsSubsequence("ConsentWithdrawn", "PlanRevised");
        scene.send(new PlanCommand.AnswerConsent(old.id(), true, old.hash(), scene.now));
        assertThat(scene.facts()).containsExactly("ConsentAnswerDeclined");
        scene.succeeds("s_r2").succeeds("q_r2", quote("q2", 150));
        assertThat(scene.card().replaces()).isEqualTo(old.id());
        assertThat(scene.card().total().amount()).isEqualTo(160);
        assertThat(scene.plan().spec().in()).isEqualTo("{\"people\":3}");
        assertThat(scene.plan().spec().goal()).isEqualTo("another");
        scene.answers(true).succeeds("hold_r2").succeeds("auth_r2").succeeds("buy_r2");
        scene.hasEnded(Outcome.DONE).foldsTheSame();
    }

    @Test
    void what_is_left_counts_no_more_and_a_late_answer_changes_nothing() {
        Scene scene = Scene.of(steps("q1", "z1")).succeeds("s");
        three(scene);
        assertThat(scene.the("q").phase()).isEqualTo(Phase.SKIPPED);
        assertThat(scene.succeeds("q", quote("q1", 100)).facts()).isEmpty();
        assertThat(scene.fails("q", Failure.Kind.INVALID).facts()).isEmpty();
        assertThat(scene.plan().quotes()).isEmpty();
        Scene late = three(asked());
        assertThat(late.the("s").output()).isNull();
        assertThat(late.plan().quotes()).containsOnlyKeys("z1");
    }

    @Test
    void a_read_that_stays_is_awaited() {
        Scene scene = Scene.of(steps("q1", "z1")).succeeds("s").succeeds("q", quote("q1", 100));
        three(scene).succeeds("other", quote("z1", 10)).succeeds("s_r2");
        scene.succeeds("q_r2", quote("q2", 100));
        assertThat(scene.card().items()).hasSize(2);
    }

    @Test
    void a_hold_and_an_authorisation_are_undone_last_first_and_then_it_begins() {
        Scene scene = held();
        three(scene);
        assertThat(scene.facts())
                .contains("UndoDispatched(auth)")
                .doesNotContain("StepReady(s_r2)");
        assertThat(scene.undone("auth").facts()).contains("UndoDispatched(hold)");
        assertThat(scene.the("s_r2").phase()).isEqualTo(Phase.WAITING);
        isRefused(scene, Reason.BUSY);
        scene.undone("hold");
        assertThat(scene.the("s_r2").phase()).isEqualTo(Phase.DISPATCHED);
        scene.succeeds("s_r2").succeeds("other_r2", quote("z1", 10));
        scene.succeeds("q_r2", quote("q2", 100));
        assertThat(scene.card().state()).isEqualTo(Consent.State.OPEN);
        assertThat(scene.card().replaces()).isEqualTo(scene.plan().consents().get(1).id());
    }

    /** Held and authorised; the order waits for a second yes about something else. */
    private static Scene held() {
        Scene scene =
                Scene.of(
                                step("s", "t.thing.read", LOOK, FAIL),
                                step("q", "t.thing.read", "{}", FAIL, "s"),
                                ask("ok", "q1", "q"),
                                step("hold", "t.thing.hold", Q1, FAIL, "ok"),
                                step("auth", "t.money.pay", Q1, FAIL, "hold"),
                                step("more", "t.thing.read", "{}", FAIL, "auth"),
                                ask("sure", "q3", "more"),
                                step("buy", "t.thing.commit", Q1, FAIL, "sure"))
                        .succeeds("s")
                        .succeeds("q", quote("q1", 100))
                        .answers(true)
                        .succeeds("hold");
        return scene.succeeds("auth").succeeds("more", quote("q3", 1));
    }

    @Test
    void a_card_that_was_agreed_to_covers_nothing_of_the_old_any_more() {
        Scene scene = held();
        String first = scene.plan().consents().getFirst().id();
        three(scene);
        assertThat(scene.plan().consent(first).orElseThrow().state())
                .isEqualTo(Consent.State.WITHDRAWN);
    }

    @Test
    void what_was_ordered_is_not_undone_for_a_change() {
        StepSpec[] steps = {
            step("s", "t.thing.read", LOOK, FAIL),
            step("q", "t.thing.read", "{}", FAIL, "s"),
            ask("ok", "q1", "q"),
            step("buy", "t.thing.commit", Q1, FAIL, "ok"),
            step("rest", "t.thing.read", "{}", FAIL, "buy")
        };
        Scene scene = Scene.of(steps).succeeds("s").succeeds("q", quote("q1", 100)).answers(true);
        isRefused(scene, Reason.BUSY);
        scene.succeeds("buy");
        isRefused(scene, Reason.TOO_LATE);
    }

    @Test
    void a_hold_under_way_must_be_answered_first_and_can_be_given_back_then() {
        Scene scene =
                Scene.of(
                        step("s", "t.thing.read", LOOK, FAIL),
                        step("hold", "t.thing.hold", "{}", FAIL, "s"),
                        step("rest", "t.thing.read", "{}", FAIL, "hold"));
        scene.succeeds("s");
        isRefused(scene, Reason.BUSY);
        scene.succeeds("hold");
        assertThat(verdict(scene, wanted(scene, "{\"people\":3}", null, steps("q2", "z1"))))
                .isInstanceOf(Verdict.Possible.class);
    }

    @Test
    void money_that_was_paid_for_good_is_not_moved_for_a_change() {
        Scene scene = held();
        Step auth = scene.the("auth");
        assertThat(new PlainDocuments().paid("{\"paid\":5}").amount()).isPositive();
        Plan paid = scene.plan().with(auth.giving("{\"paid\":5}"));
        assertThat(CHANGING.of(paid, wanted(scene, "{\"people\":3}", null, steps("q2", "z1"))))
                .isEqualTo(new Verdict.Refused(Reason.TOO_LATE));
    }

    @Test
    void a_plan_that_does_not_go_forward_is_not_changed() {
        isRefused(asked().cancel(), Reason.OVER);
        isRefused(Scene.of(step("a", "t.thing.hold")).cancel(), Reason.OVER);
    }

    @Test
    void it_is_changed_ten_times_and_no_more() {
        Scene scene = asked();
        for (int i = 0; i < Limits.CHANGES; i++) {
            change(
                    scene,
                    wanted(scene, "{\"people\":%d}".formatted(i + 3), null, steps("q2", "z1")));
        }
        isRefused(scene, Reason.TOO_OFTEN);
    }

    @Test
    void another_budget_counts_from_then_on() {
        Scene scene = asked();
        change(scene, wanted(scene, "{}", 110L, steps("q1", "z1")));
        assertThat(scene.card().state()).isEqualTo(Consent.State.OPEN);
        assertThat(scene.the("q").phase()).isEqualTo(Phase.DONE);
        Scene over = asked();
        change(over, wanted(over, "{}", 109L, steps("q1", "z1")));
        assertThat(over.facts()).contains("PlanUnwinding(FAILED)");
    }

    @Test
    void what_is_ordered_is_not_undone_for_a_smaller_budget() {
        StepSpec[] steps = {
            step("q", "t.thing.read"),
            ask("ok", "q1", "q"),
            step("buy", "t.thing.commit", Q1, FAIL, "ok"),
            step("rest", "t.thing.read", "{}", FAIL, "buy")
        };
        Scene scene = Scene.of(steps).succeeds("q", quote("q1", 100)).answers(true).succeeds("buy");
        assertThat(verdict(scene, wanted(scene, "{}", 99L, steps)))
                .isEqualTo(new Verdict.Refused(Reason.TOO_LATE));
        assertThat(verdict(scene, wanted(scene, "{}", 100L, steps)))
                .isInstanceOf(Verdict.Possible.class);
    }

    @Test
    void a_part_that_is_left_out_is_neither_asked_about_nor_held() {
        Scene scene = asked();
        StepSpec[] less = {
            step("s", "t.thing.read", LOOK, FAIL),
            step("q", "t.thing.read", "{}", FAIL, "s"),
            ask("ok", "q1", "q"),
            step("hold", "t.thing.hold", Q1, FAIL, "ok")
        };
        change(scene, wanted(scene, "{}", null, less));
        assertThat(scene.card().items()).hasSize(1);
        assertThat(scene.the("other").phase()).isEqualTo(Phase.SKIPPED);
        assertThat(scene.plan().quotes()).containsOnlyKeys("q1");
        scene.answers(true).succeeds("hold_r2").hasEnded(Outcome.DONE);
    }

    @Test
    void a_change_takes_the_place_of_a_search_for_another_way() {
        Scene scene =
                Scene.of(
                                step("s", "t.thing.read", LOOK, FAIL),
                                step("q", "t.thing.read", "{}", FAIL, "s"),
                                ask("ok", "q1", "q"),
                                step("hold", "t.thing.hold", Q1, new OnFailure.Revise(), "ok"))
                        .succeeds("s")
                        .succeeds("q", quote("q1", 100))
                        .answers(true)
                        .refuses("hold", "SOLD_OUT");
        assertThat(scene.facts()).contains("RevisionAsked(hold)");
        three(scene);
        assertThat(scene.the("s_r2").phase()).isEqualTo(Phase.DISPATCHED);
        assertThat(scene.send(new PlanCommand.Revise(1, null, scene.now)).facts()).isEmpty();
        scene.stillRuns();
    }

    @Test
    void what_a_mandate_reserved_for_the_old_card_is_given_back() {
        StepSpec[] steps = {
            step("s", "t.thing.read", LOOK, FAIL),
            step("q", "t.thing.read", "{}", FAIL, "s"),
            ask("ok", "q1", "q"),
            step("hold", "t.thing.hold", Q1, FAIL, "ok"),
            step("late", "t.thing.read", "{}", FAIL, "hold"),
            step("buy", "t.thing.commit", Q1, FAIL, "late")
        };
        Scene scene = Scene.mandated(steps).succeeds("s").succeeds("q", quote("q1", 100));
        assertThat(scene.the("_mandate1").phase()).isEqualTo(Phase.DISPATCHED);
        isRefused(scene, Reason.BUSY);
        scene.succeeds("_mandate1", "{\"reservationId\":\"R1\"}").succeeds("hold");
        PlanSpec wanted = wanted(scene, "{\"people\":3}", null, steps("q2", "z1"));
        assertThat(possible(scene, wanted).change().undo()).containsExactly("hold", "_mandate1");
        change(scene, wanted).undone("hold");
        assertThat(scene.facts()).contains("UndoDispatched(_mandate1)");
        scene.undone("_mandate1");
        assertThat(scene.the("s_r2").phase()).isEqualTo(Phase.DISPATCHED);
    }

    @Test
    void one_that_does_not_fit_is_not_taken() {
        Scene scene = asked();
        Change taken =
                new Change(List.of(step("q", "t.thing.read")), Map.of(), List.of(), null, null);
        assertThat(scene.send(new PlanCommand.ChangeTo(taken, List.of(), scene.now)).facts())
                .isEmpty();
        Change unheard =
                new Change(List.of(step("y", "t.unheard.x")), Map.of(), List.of(), null, null);
        assertThat(scene.send(new PlanCommand.ChangeTo(unheard, List.of(), scene.now)).facts())
                .isEmpty();
    }
}
