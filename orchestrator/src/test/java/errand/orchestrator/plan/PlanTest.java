package errand.orchestrator.plan;

import static errand.orchestrator.plan.Scene.ask;
import static errand.orchestrator.plan.Scene.quote;
import static errand.orchestrator.plan.Scene.step;
import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Failure.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final OnFailure FAIL = new OnFailure.Fail();

    @Test
    void dispatches_what_needs_nothing_side_by_side() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read"),
                        step("b", "t.x.read"),
                        step("c", "t.x.read", "a", "b"));

        assertThat(scene.facts())
                .containsExactly(
                        "PlanAccepted",
                        "StepReady(a)",
                        "StepReady(b)",
                        "StepDispatched(a)",
                        "StepDispatched(b)");
    }

    @Test
    void a_step_begins_when_the_last_of_its_needs_is_done() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read"),
                        step("b", "t.x.read"),
                        step("c", "t.x.read", "a", "b"));

        assertThat(scene.succeeds("a").facts()).containsExactly("StepSucceeded(a)");
        assertThat(scene.succeeds("b").facts())
                .containsExactly("StepSucceeded(b)", "StepReady(c)", "StepDispatched(c)");
        assertThat(scene.succeeds("c").facts())
                .containsExactly("StepSucceeded(c)", "PlanClosed(DONE)");
        scene.foldsTheSame();
    }

    @Test
    void two_last_steps_that_report_one_after_the_other_end_the_plan_once() {
        Scene scene = Scene.of(step("a", "t.x.read"), step("b", "t.x.read"));

        scene.succeeds("a").stillRuns();
        assertThat(scene.succeeds("b").facts())
                .containsExactly("StepSucceeded(b)", "PlanClosed(DONE)");
        assertThat(scene.succeeds("b").facts()).isEmpty();
    }

    @Test
    void a_repeated_or_unknown_answer_has_no_consequences() {
        Scene scene = Scene.of(step("a", "t.x.read"), step("b", "t.x.read", "a"));

        scene.succeeds("a");
        assertThat(scene.succeeds("a").facts()).isEmpty();
        assertThat(
                        scene.send(
                                        new PlanCommand.ReportSucceeded(
                                                "p_1/zzz/do/1", "{}", Scene.START))
                                .facts())
                .isEmpty();
        assertThat(
                        scene.send(new PlanCommand.ReportSucceeded("p_1/b/do/7", "{}", Scene.START))
                                .facts())
                .isEmpty();
    }

    @Test
    void undoes_what_was_done_in_reverse_when_a_later_step_fails() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.hold"),
                        step("b", "t.x.hold", "a"),
                        step("c", "t.x.read", "b"));
        scene.succeeds("a").succeeds("b");

        assertThat(scene.refuses("c", "SOLD_OUT").facts())
                .containsExactly("StepFailed(c)", "PlanUnwinding(FAILED)", "UndoDispatched(b)");
        assertThat(scene.undone("b").facts()).containsExactly("StepUndone(b)", "UndoDispatched(a)");
        assertThat(scene.undone("a").facts())
                .containsExactly("StepUndone(a)", "PlanClosed(FAILED)");
        scene.foldsTheSame();
    }

    @Test
    void a_transient_failure_is_tried_again_under_the_same_task_while_the_deadline_lasts() {
        Scene scene = Scene.of(step("a", "t.x.read"));
        String task = scene.the("a").taskId("p_1");

        assertThat(scene.fails("a", Kind.TRANSIENT).facts())
                .containsExactly("StepRetryScheduled(a)");
        assertThat(scene.fails("a", Kind.TRANSIENT).facts()).isEmpty();
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.last())
                .singleElement()
                .isInstanceOfSatisfying(
                        PlanEvent.StepDispatched.class,
                        sent -> {
                            assertThat(sent.taskId()).isEqualTo(task);
                            assertThat(sent.attempt()).isEqualTo(2);
                            assertThat(sent.deadline()).isEqualTo(Scene.START.plusSeconds(30));
                        });
    }

    @Test
    void a_read_that_nobody_answers_fails_at_its_deadline_and_its_late_answer_does_nothing() {
        Scene scene = Scene.of(step("a", "t.x.read"));

        scene.pass(Duration.ofSeconds(29));
        assertThat(scene.facts()).isEmpty();
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.facts())
                .containsExactly("StepFailed(a)", "PlanUnwinding(FAILED)", "PlanClosed(FAILED)");
        assertThat(scene.succeeds("a").facts()).isEmpty();
    }

    @Test
    void a_write_that_nobody_answers_is_withdrawn_and_the_plan_waits_for_the_truth() {
        Scene scene = Scene.of(step("a", "t.x.hold"));

        scene.pass(Duration.ofSeconds(30));
        assertThat(scene.facts()).containsExactly("StepWithdrawn(a)", "PlanUnwinding(FAILED)");
        assertThat(scene.pass(Duration.ofSeconds(5)).facts()).containsExactly("StepWithdrawn(a)");
        assertThat(scene.succeeds("a").facts())
                .containsExactly("StepSucceeded(a)", "UndoDispatched(a)");
        scene.undone("a").hasEnded(Outcome.FAILED).foldsTheSame();
    }

    @Test
    void a_withdrawn_write_that_never_happened_ends_the_plan_with_the_first_reason() {
        Scene scene = Scene.of(step("a", "t.x.hold")).pass(Duration.ofSeconds(30));

        scene.neverHappened("a").hasEnded(Outcome.FAILED);
        assertThat(scene.the("a").failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("NO_ANSWER"));
    }

    @Test
    void the_last_transient_failure_of_a_write_asks_what_really_happened() {
        Scene scene = Scene.of(step("a", "t.x.hold"));
        scene.now = Scene.START.plusSeconds(29).plusMillis(950);

        assertThat(scene.fails("a", Kind.TRANSIENT).facts())
                .containsExactly("StepWithdrawn(a)", "PlanUnwinding(FAILED)");
    }

    @Test
    void a_write_that_failed_is_withdrawn_because_a_repeated_delivery_may_still_do_it() {
        Scene scene = Scene.of(step("a", "t.x.hold"));

        assertThat(scene.fails("a", Kind.INVALID).facts())
                .containsExactly("StepWithdrawn(a)", "PlanUnwinding(FAILED)");
        assertThat(scene.fails("a", Kind.INVALID).facts()).isEmpty();
        assertThat(scene.succeeds("a").facts())
                .containsExactly("StepSucceeded(a)", "UndoDispatched(a)");
        scene.undone("a").hasEnded(Outcome.FAILED).foldsTheSame();
    }

    @Test
    void cancel_stops_what_waits_forgets_reads_withdraws_writes_and_undoes_the_rest() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.hold"),
                        step("b", "t.x.hold", "a"),
                        step("r", "t.x.read", "a"),
                        step("z", "t.x.read", "b"));
        scene.succeeds("a");

        assertThat(scene.cancel().facts())
                .containsExactly("PlanUnwinding(CANCELLED)", "StepWithdrawn(b)", "StepFailed(r)");
        assertThat(scene.the("z").phase()).isEqualTo(Phase.SKIPPED);
        assertThat(scene.neverHappened("b").facts())
                .containsExactly("StepFailed(b)", "UndoDispatched(a)");
        scene.undone("a").hasEnded(Outcome.CANCELLED).foldsTheSame();
    }

    @Test
    void a_write_between_two_attempts_is_withdrawn_on_cancel() {
        Scene scene = Scene.of(step("a", "t.x.hold")).fails("a", Kind.TRANSIENT);

        assertThat(scene.cancel().facts())
                .containsExactly("PlanUnwinding(CANCELLED)", "StepWithdrawn(a)");
        scene.neverHappened("a").hasEnded(Outcome.CANCELLED).foldsTheSame();
    }

    @Test
    void a_second_cancel_does_nothing() {
        Scene scene = Scene.of(step("a", "t.x.hold")).cancel();

        assertThat(scene.cancel().facts()).isEmpty();
    }

    @Test
    void an_unanswered_withdrawal_does_not_hold_up_the_undo_of_what_it_does_not_build_on() {
        Scene scene = Scene.of(step("a", "t.x.hold"), step("b", "t.x.hold"));
        scene.succeeds("a");

        assertThat(scene.cancel().facts())
                .containsExactly(
                        "PlanUnwinding(CANCELLED)", "StepWithdrawn(b)", "UndoDispatched(a)");
    }

    @Test
    void an_optional_step_that_fails_makes_the_end_partial() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read", "{}", new OnFailure.Skip()),
                        step("b", "t.x.read", "a"));

        assertThat(scene.refuses("a", "NONE").facts())
                .containsExactly("StepFailed(a)", "StepReady(b)", "StepDispatched(b)");
        scene.succeeds("b").hasEnded(Outcome.PARTIAL);
    }

    @Test
    void where_nothing_at_all_was_done_the_end_is_failed_and_says_why() {
        Scene scene =
                Scene.of(
                        step("a", "t.x.read", "{}", new OnFailure.Skip()),
                        step("b", "t.x.read", "{}", new OnFailure.Skip()));

        scene.refuses("a", "NONE").refuses("b", "ALSO").hasEnded(Outcome.FAILED);
        assertThat(scene.plan().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed ->
                                assertThat(closed.failure())
                                        .extracting(Failure::code)
                                        .isEqualTo("NONE"));
    }

    @Test
    void a_plan_that_takes_too_long_is_undone_and_says_so() {
        Scene scene =
                Scene.inTime(
                        Duration.ofMinutes(1),
                        step("h", "t.x.hold"),
                        step("r", "t.x.read", "h"),
                        step("z", "t.y.read", "r"));
        scene.succeeds("h");
        assertThat(scene.plan().nextDue()).isEqualTo(Scene.START.plusSeconds(30));
        scene.pass(Duration.ofSeconds(20)).succeeds("r");
        assertThat(scene.pass(Duration.ofSeconds(40)).facts()).startsWith("PlanUnwinding(FAILED)");
        assertThat(scene.plan().stage())
                .isInstanceOfSatisfying(
                        Stage.Unwinding.class,
                        stage -> assertThat(stage.failure().code()).isEqualTo("PLAN_OVERDUE"));
        scene.undone("h").hasEnded(Outcome.FAILED).foldsTheSame();
    }

    @Test
    void a_card_that_waits_too_long_for_the_plan_is_withdrawn() {
        Scene scene =
                Scene.inTime(Duration.ofMinutes(5), step("q", "t.x.read"), ask("ok", "q1", "q"));
        scene.succeeds("q", quote("q1", 100));
        assertThat(scene.plan().nextDue()).isEqualTo(Scene.START.plusSeconds(300));
        scene.pass(Duration.ofMinutes(5)).hasEnded(Outcome.FAILED);
        assertThat(scene.card().state()).isEqualTo(Consent.State.WITHDRAWN);
    }

    @Test
    void an_alternative_is_taken_once_under_a_new_task() {
        Scene scene =
                Scene.of(step("a", "t.x.read", "{}", new OnFailure.Try("t.y.read", "{\"k\":1}")));

        assertThat(scene.refuses("a", "NONE").facts())
                .containsExactly("StepAlternativeTaken(a)", "StepReady(a)", "StepDispatched(a)");
        assertThat(scene.the("a").taskId("p_1")).isEqualTo("p_1/a/do/2");
        scene.refuses("a", "NONE").hasEnded(Outcome.FAILED).foldsTheSame();
    }

    @Test
    void an_input_that_does_not_fit_fails_the_step_by_name() {
        Scene scene = Scene.of(step("a", "t.x.read", "{\"x\":\"fault\"}", FAIL));

        scene.hasEnded(Outcome.FAILED);
        assertThat(scene.the("a").failure())
                .isEqualTo(
                        Failure.of(
                                Kind.INVALID,
                                "INPUT",
                                "Step 'a' (t.x.read): /x does not fit (${fault})"));
    }

    @Test
    void each_runs_the_step_once_per_item_and_gives_an_array_in_that_order() {
        StepSpec each =
                new StepSpec(
                        "a",
                        "t.x.read",
                        "{\"v\":\"$item\"}",
                        List.of(),
                        "[1,2,3]",
                        null,
                        null,
                        FAIL);
        Scene scene = Scene.of(each, step("b", "t.x.read", "a"));

        scene.succeeds("a.2", "{\"n\":3}").succeeds("a.0", "{\"n\":1}");
        assertThat(scene.succeeds("a.1", "{\"n\":2}").facts())
                .containsExactly(
                        "StepSucceeded(a.1)",
                        "StepSucceeded(a)",
                        "StepReady(b)",
                        "StepDispatched(b)");
        assertThat(scene.the("a").output()).isEqualTo("[{\"n\":1},{\"n\":2},{\"n\":3}]");
        assertThat(scene.the("a.1").taskId("p_1")).isEqualTo("p_1/a.1/do/1");
        scene.foldsTheSame();
    }

    @Test
    void each_over_nothing_is_done_at_once() {
        StepSpec each = new StepSpec("a", "t.x.read", "{}", List.of(), "[]", null, null, FAIL);

        Scene.of(each).hasEnded(Outcome.DONE);
    }

    @Test
    void a_false_condition_skips_the_step_and_the_plan_is_still_done() {
        StepSpec no = new StepSpec("a", "t.x.read", "{}", List.of(), null, "false", null, FAIL);
        Scene scene = Scene.of(no, step("b", "t.x.read", "a"));

        scene.succeeds("b").hasEnded(Outcome.DONE);
        assertThat(scene.the("a").phase()).isEqualTo(Phase.SKIPPED);
    }

    @Test
    void a_card_shows_recorded_quotes_and_its_grant_lets_the_order_run() {
        Scene scene = order();

        assertThat(scene.facts())
                .containsExactly("StepSucceeded(q)", "StepReady(ok)", "ConsentAsked");
        assertThat(scene.card().total()).isEqualTo(new Money(500, "CNY"));
        assertThat(scene.card().id()).isEqualTo("k_1-1");
        assertThat(scene.answers(true).facts())
                .containsExactly(
                        "ConsentGranted",
                        "StepSucceeded(ok)",
                        "StepReady(buy)",
                        "StepDispatched(buy)");
        assertThat(scene.the("buy").consentId()).isEqualTo("k_1-1");
        scene.succeeds("buy").hasEnded(Outcome.DONE).foldsTheSame();
    }

    @Test
    void nothing_runs_after_a_refusal() {
        Scene scene = order().answers(false);

        scene.hasEnded(Outcome.CANCELLED);
        assertThat(scene.the("buy").phase()).isEqualTo(Phase.SKIPPED);
        scene.foldsTheSame();
    }

    @Test
    void a_card_that_nobody_answers_expires_and_cancels_the_plan() {
        Scene scene = order().pass(Duration.ofMinutes(30));

        assertThat(scene.facts())
                .containsExactly(
                        "ConsentExpired", "PlanUnwinding(CANCELLED)", "PlanClosed(CANCELLED)");
        assertThat(scene.answers(true).facts()).isEmpty();
    }

    @Test
    void an_answer_with_another_hash_is_declined_and_changes_nothing() {
        Scene scene = order();

        scene.send(new PlanCommand.AnswerConsent("k_1-1", true, "sha256:other", Scene.START));
        assertThat(scene.last())
                .singleElement()
                .isInstanceOfSatisfying(
                        PlanEvent.ConsentAnswerDeclined.class,
                        declined -> assertThat(declined.code()).isEqualTo("STALE"));
        scene.answers(true);
        assertThat(scene.the("buy").phase()).isEqualTo(Phase.DISPATCHED);
    }

    @Test
    void the_same_answer_again_does_nothing_and_another_one_is_declined() {
        Scene scene = order().answers(true);

        assertThat(scene.answers(true).facts()).isEmpty();
        assertThat(scene.answers(false).facts()).containsExactly("ConsentAnswerDeclined");
    }

    @Test
    void a_price_other_than_the_one_shown_is_not_covered() {
        Scene scene =
                Scene.of(
                        step("q", "t.x.read"),
                        ask("ok", "q1", "q"),
                        step("again", "t.x.read", "ok"),
                        step("buy", "t.x.commit", "{\"quoteId\":\"q1\"}", FAIL, "again"));
        scene.succeeds("q", quote("q1", 500)).answers(true);

        scene.succeeds("again", quote("q1", 600));

        assertThat(scene.facts())
                .containsExactly("StepSucceeded(again)", "StepReady(buy)", "ConsentAsked");
        assertThat(scene.card().total()).isEqualTo(new Money(600, "CNY"));
        scene.answers(true);
        assertThat(scene.the("buy").consentId()).isEqualTo("k_1-2");
    }

    @Test
    void what_no_step_asked_about_is_asked_on_one_card_when_nothing_else_can_run() {
        Scene scene =
                Scene.of(
                        step("slow", "t.x.read"),
                        step("one", "t.x.commit", "{\"n\":1}", FAIL),
                        step("two", "t.x.commit", "{\"n\":2}", FAIL));
        assertThat(scene.facts()).doesNotContain("ConsentAsked");

        scene.succeeds("slow");

        assertThat(scene.facts()).containsExactly("StepSucceeded(slow)", "ConsentAsked");
        assertThat(scene.card().stepIds()).containsExactly("one", "two");
        assertThat(scene.answers(true).facts())
                .containsExactly("ConsentGranted", "StepDispatched(one)", "StepDispatched(two)");
        scene.foldsTheSame();
    }

    @Test
    void an_offer_that_has_ended_is_not_asked_about_whether_a_step_asks_or_nobody_does() {
        String ended =
                "{\"quote\":{\"quoteId\":\"q1\",\"total\":5,"
                        + "\"validUntil\":\"2026-11-23T07:59:59Z\"}}";
        Scene asked = Scene.of(step("q", "t.x.read"), ask("ok", "q1", "q"));
        Scene implied =
                Scene.of(
                        step("q", "t.x.read"),
                        step("buy", "t.x.commit", "{\"quoteId\":\"q1\"}", FAIL, "q"));

        for (Scene scene : List.of(asked, implied)) {
            scene.succeeds("q", ended).hasEnded(Outcome.FAILED);
            assertThat(scene.plan().consents()).isEmpty();
        }
    }

    @Test
    void a_quote_that_no_agent_gave_is_never_asked_about_nor_bought() {
        Scene asked = Scene.of(ask("ok", "q9"));
        asked.hasEnded(Outcome.FAILED);
        Scene bought = Scene.of(step("buy", "t.x.commit", "{\"quoteId\":\"q9\"}", FAIL));
        bought.hasEnded(Outcome.FAILED);

        assertThat(bought.the("buy").failure())
                .isNotNull()
                .satisfies(
                        failure ->
                                assertThat(failure.message())
                                        .isEqualTo(
                                                "Step 'buy' names a quote that no agent gave in"
                                                        + " this plan: [q9]."));
    }

    @Test
    void a_payment_to_another_payee_or_of_another_amount_than_quoted_never_runs() {
        for (String line :
                List.of(
                        "{\"quoteId\":\"q1\",\"payee\":\"thief\",\"amount\":500}",
                        "{\"quoteId\":\"q1\",\"payee\":\"shop\",\"amount\":501}")) {
            Scene scene =
                    Scene.of(
                            step("q", "t.x.read"),
                            ask("ok", "q1", "q"),
                            step("pay", "t.x.pay", "{\"lines\":[" + line + "]}", FAIL, "ok"));

            scene.succeeds("q", quote("q1", 500)).answers(true).hasEnded(Outcome.FAILED);

            assertThat(scene.the("pay").failure())
                    .isNotNull()
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("NOT_AS_QUOTED"));
        }
    }

    @Test
    void over_budget_is_judged_before_asking() {
        Scene scene = Scene.within(499L, step("q", "t.x.read"), ask("ok", "q1", "q"));

        scene.succeeds("q", quote("q1", 500)).hasEnded(Outcome.FAILED);

        assertThat(scene.plan().consents()).isEmpty();
        assertThat(((Stage.Closed) scene.plan().stage()).failure())
                .isEqualTo(
                        new Failure(
                                Kind.REFUSED,
                                "BUDGET_EXCEEDED",
                                "It would cost 0.01 CNY more than the budget of 4.99 CNY.",
                                "{\"by\":1}"));
    }

    @Test
    void a_hold_over_budget_never_runs() {
        Scene scene =
                Scene.within(
                        800L,
                        step("q", "t.x.read"),
                        step("q2", "t.x.read"),
                        step("h1", "t.x.hold", "{\"quoteId\":\"q1\"}", FAIL, "q", "q2"),
                        step("h2", "t.x.hold", "{\"quoteId\":\"q2\"}", FAIL, "q", "q2"));
        scene.succeeds("q", quote("q1", 500)).succeeds("q2", quote("q2", 500));

        assertThat(scene.facts())
                .containsExactly(
                        "StepSucceeded(q2)",
                        "StepReady(h1)",
                        "StepReady(h2)",
                        "StepDispatched(h1)",
                        "StepFailed(h2)",
                        "PlanUnwinding(FAILED)",
                        "StepWithdrawn(h1)");
    }

    @Test
    void money_that_was_captured_is_spent_and_refunded_money_is_not() {
        Scene scene =
                Scene.of(
                        step("q", "t.x.read"),
                        ask("ok", "q1", "q"),
                        step("pay", "t.x.pay", "{\"quoteIds\":[\"q1\"]}", FAIL, "ok"),
                        step("after", "t.x.read", "pay"));
        scene.succeeds("q", quote("q1", 500)).answers(true).succeeds("pay", "{\"paid\":500}");

        Scene kept = scene.succeeds("after");
        assertThat(kept.last().getLast())
                .isEqualTo(new PlanEvent.PlanClosed(Outcome.DONE, null, new Money(500, "CNY")));
    }

    @Test
    void an_undo_that_fails_is_tried_again_and_then_left_to_an_operator() {
        Scene scene = Scene.of(step("a", "t.x.hold"), step("b", "t.x.read", "a"));
        scene.succeeds("a").refuses("b", "NO");

        for (int attempt = 1; attempt < Limits.UNDO_ATTEMPTS; attempt++) {
            assertThat(scene.undoFails("a", Kind.TRANSIENT).facts())
                    .containsExactly("UndoRetryScheduled(a)");
            assertThat(scene.pass(Duration.ofSeconds(10)).facts())
                    .containsExactly("UndoDispatched(a)");
        }
        assertThat(scene.undoFails("a", Kind.TRANSIENT).facts())
                .containsExactly("UndoFailed(a)", "PlanClosed(FAILED)");
        scene.foldsTheSame();
    }

    @Test
    void what_cannot_be_undone_is_said() {
        Scene scene = Scene.of(step("a", "t.x.forgood"), step("b", "t.x.read", "a"));
        scene.answers(true).succeeds("a");

        assertThat(scene.refuses("b", "NO").facts())
                .containsExactly(
                        "StepFailed(b)",
                        "PlanUnwinding(FAILED)",
                        "UndoFailed(a)",
                        "PlanClosed(FAILED)");
    }

    @Test
    void timers_follow_from_the_state() {
        Scene scene = Scene.of(step("a", "t.x.read"));

        assertThat(scene.plan().nextDue()).isEqualTo(Scene.START.plusSeconds(30));
        scene.succeeds("a");
        assertThat(scene.plan().nextDue()).isNull();
    }

    private static Scene order() {
        return Scene.of(
                        step("q", "t.x.read"),
                        ask("ok", "q1", "q"),
                        step("buy", "t.x.commit", "{\"quoteId\":\"q1\"}", FAIL, "ok"))
                .succeeds("q", quote("q1", 500));
    }
}
