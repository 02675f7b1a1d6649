package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Outcome;
import errand.common.Failure;
import errand.common.FailureKind;
import errand.common.Terms;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.faults.Faults;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskWorkTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String ONE = "{\"text\":\"one\",\"times\":1}";

    private final Counter business = new Counter();
    private final InMemoryInbox inbox = new InMemoryInbox(business::restorePoint);
    private final EndedPlans ended = new EndedPlans(Duration.ofHours(1));
    private final List<String> moments = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final JsonSchemas schemas = new JsonSchemas();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TaskWork work =
            new TaskWork(
                    new CapabilityTable(business.capabilities(), schemas),
                    schemas,
                    inbox,
                    clock,
                    (moment, detail) -> moments.add(moment + " " + detail),
                    ended,
                    new ReadRetry(clock, pauses::add, new Random(1)),
                    Breakers.none(),
                    Faults.none());

    @Test
    void a_read_is_done_and_not_remembered() throws Exception {
        Reply reply = work.handle(asked("counter.list.read", ONE).build());

        assertThat(reply.record())
                .isEqualTo(
                        TaskSucceeded.newBuilder()
                                .setId("r:p_1/a/do/1")
                                .setAt(NOW)
                                .setConversationId("c_1")
                                .setTaskId("p_1/a/do/1")
                                .setAgent("counter")
                                .setOutput("{\"text\":\"one\",\"size\":0}")
                                .build());
        assertThat(reply.failure()).isNull();
        assertThat(inbox.size()).isZero();
        assertThat(moments).isEmpty();
    }

    @Test
    void a_write_happens_once_however_often_it_is_delivered() throws Exception {
        TaskRequested task = asked("counter.seat.hold", ONE).build();
        Reply first = work.handle(task);
        Reply second = work.handle(task);

        assertThat(business.written).containsExactly("one");
        assertThat(second.record()).isEqualTo(first.record());
        assertThat(first.remembered()).isFalse();
        assertThat(second.remembered()).isTrue();
        assertThat(moments).containsExactly("before-effect p_1/a/do/1");
    }

    @Test
    void a_handler_is_told_the_circumstances() throws Exception {
        work.handle(asked("counter.list.read", ONE).setAttempt(3).build());
        assertThat(business.tasks)
                .containsExactly(
                        new errand.agent.Task(
                                "p_1/a/do/1",
                                "p_1",
                                "demo",
                                "zh",
                                NOW,
                                NOW.plusSeconds(30),
                                3,
                                null));
    }

    @Test
    void what_it_cannot_do_is_answered_with_what_it_can() throws Exception {
        Reply reply = work.handle(asked("counter.moon.sell", ONE).build());
        assertThat(failed(reply, FailureKind.INVALID, "UNKNOWN_CAPABILITY"))
                .isEqualTo(
                        "Agent 'counter' cannot do 'moon.sell'. It can do: list.read, seat.hold, seat.release, seat.book, seat.cancel, seat.pay.");
        assertThat(reply.capability()).isEqualTo("unknown");
    }

    @Test
    void an_input_that_does_not_fit_is_named_by_path_and_does_nothing() throws Exception {
        Reply reply =
                work.handle(
                        asked("counter.seat.hold", "{\"text\":\"one\",\"times\":\"many\"}")
                                .build());
        assertThat(failed(reply, FailureKind.INVALID, "INPUT_INVALID"))
                .isEqualTo(
                        "Input of 'counter.seat.hold' does not fit at /times: string found, integer expected.");
        assertThat(business.written).isEmpty();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void a_plan_made_for_another_version_runs_as_long_as_its_inputs_fit() throws Exception {
        Reply fits = work.handle(asked("counter.seat.hold", ONE).setVersion("0.9").build());
        assertThat(fits.record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void a_plan_made_for_another_version_is_told_so_when_its_inputs_fit_no_more() throws Exception {
        String old = "{\"text\":\"one\"}";
        Reply reply = work.handle(asked("counter.seat.hold", old).setVersion("0.9").build());
        assertThat(failed(reply, FailureKind.INVALID, "CAPABILITY_CHANGED"))
                .startsWith(
                        "The plan was checked against version 0.9 of agent 'counter', and version 1 is here now. Input of 'counter.seat.hold' does not fit")
                .endsWith("Nothing was done; say it again, and it is planned anew.");
        Reply gone = work.handle(asked("counter.seat.sell", ONE).setVersion("0.9").build());
        assertThat(failed(gone, FailureKind.INVALID, "CAPABILITY_CHANGED"))
                .contains("cannot do 'seat.sell'");
        Reply same = work.handle(asked("counter.seat.hold", old).setVersion("1").build());
        assertThat(failed(same, FailureKind.INVALID, "INPUT_INVALID")).isNotEmpty();
        assertThat(business.written).isEmpty();
    }

    @Test
    void a_number_too_large_for_the_record_is_named_too() throws Exception {
        Reply reply =
                work.handle(
                        asked("counter.seat.hold", "{\"text\":\"one\",\"times\":99999999999}")
                                .build());
        assertThat(failed(reply, FailureKind.INVALID, "INPUT_INVALID"))
                .startsWith("Input of 'counter.seat.hold' does not fit at /times: ");
    }

    @Test
    void what_comes_after_its_deadline_is_not_begun() throws Exception {
        for (String capability : List.of("counter.list.read", "counter.seat.hold")) {
            Reply reply =
                    work.handle(asked(capability, ONE).setDeadline(NOW.minusMillis(1)).build());
            assertThat(failed(reply, FailureKind.TIMEOUT, "DEADLINE_PASSED"))
                    .isEqualTo(
                            "Task 'p_1/a/do/1' came at 2026-11-23T02:00:00Z, after its deadline 2026-11-23T01:59:59.999Z. Nothing was done.");
        }
        assertThat(business.tasks).isEmpty();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void what_has_happened_is_said_even_after_the_deadline() throws Exception {
        Reply done = work.handle(asked("counter.seat.hold", ONE).build());
        Reply late =
                work.handle(
                        asked("counter.seat.hold", ONE).setDeadline(NOW.minusMillis(1)).build());
        assertThat(late.record()).isEqualTo(done.record());
    }

    @Test
    void the_same_id_with_another_input_is_a_dead_letter() throws Exception {
        work.handle(asked("counter.seat.hold", ONE).build());
        Reply reply =
                work.handle(asked("counter.seat.hold", "{\"text\":\"two\",\"times\":1}").build());
        assertThat(failed(reply, FailureKind.INVALID, "TASK_ID_REUSED"))
                .isEqualTo(
                        "Task id 'p_1/a/do/1' was used before, for 'counter.seat.hold' with another input. Nothing was done.");
        assertThat(reply.deadLetter()).isNotNull();
        assertThat(business.written).containsExactly("one");
    }

    @Test
    void a_refusal_is_remembered_and_leaves_nothing_written() throws Exception {
        business.script = (input, task) -> Counter.soldOut();
        Reply first = work.handle(asked("counter.seat.hold", ONE).build());
        business.script = (input, task) -> Outcome.done(new Counter.Done("late", 9));
        Reply second = work.handle(asked("counter.seat.hold", ONE).build());

        assertThat(first.record()).isInstanceOf(TaskRefused.class).isEqualTo(second.record());
        Failure failure = ((TaskRefused) first.record()).getFailure();
        assertThat(failure.getKind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failure.getCode()).isEqualTo("SOLD_OUT");
        assertThat(failure.getMessage()).isEqualTo("卖完了");
        assertThat(failure.getDetails()).isEqualTo("{\"text\":\"left\",\"size\":0}");
        assertThat(business.written).isEmpty();
    }

    @Test
    void a_transient_failure_is_not_remembered_so_that_a_retry_can_succeed() throws Exception {
        business.script =
                (input, task) -> {
                    throw Counter.busy();
                };
        Reply busy = work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(failed(busy, FailureKind.TRANSIENT, "BUSY")).isEqualTo("Come back later.");
        assertThat(busy.deadLetter()).isNull();
        assertThat(business.written).isEmpty();

        business.script = (input, task) -> Outcome.done(new Counter.Done("ok", 1));
        assertThat(work.handle(asked("counter.seat.hold", ONE).setAttempt(2).build()).failure())
                .isNull();
        assertThat(business.written).containsExactly("one");
    }

    @Test
    void a_lost_database_is_transient_for_a_write_and_not_tried_again_here() throws Exception {
        business.script =
                (input, task) -> {
                    throw new SQLException("gone", "08006");
                };
        Reply reply = work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(failed(reply, FailureKind.TRANSIENT, "UNAVAILABLE"))
                .isEqualTo("'counter.seat.hold' failed: SQLException: gone");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_read_is_tried_again_when_nobody_answers() throws Exception {
        business.script =
                (input, task) -> {
                    if (business.tasks.size() < 3) {
                        throw new ConnectException("refused");
                    }
                    return Outcome.done(new Counter.Done("third", 3));
                };
        assertThat(work.handle(asked("counter.list.read", ONE).build()).failure()).isNull();
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void a_read_is_given_up_after_three_tries_or_at_its_deadline() throws Exception {
        business.script =
                (input, task) -> {
                    throw new ConnectException("refused");
                };
        Reply tried = work.handle(asked("counter.list.read", ONE).build());
        assertThat(tried.failure()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(business.tasks).hasSize(3);

        business.tasks.clear();
        work.handle(asked("counter.list.read", ONE).setDeadline(NOW.plusMillis(20)).build());
        assertThat(business.tasks).hasSize(1);
    }

    @Test
    void a_read_that_fails_otherwise_is_not_tried_again() throws Exception {
        business.script =
                (input, task) -> {
                    throw Counter.busy();
                };
        work.handle(asked("counter.list.read", ONE).build());
        assertThat(business.tasks).hasSize(1);
    }

    @Test
    void a_fault_of_the_agent_is_rolled_back_and_shown_to_an_operator() throws Exception {
        business.script =
                (input, task) -> {
                    throw new IllegalStateException("bug");
                };
        Reply reply = work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(failed(reply, FailureKind.INVALID, "AGENT_FAULT"))
                .isEqualTo("'counter.seat.hold' failed: IllegalStateException: bug");
        assertThat(reply.deadLetter())
                .isEqualTo(
                        new DeadLetter(
                                "AGENT_FAULT",
                                "'counter.seat.hold' failed: IllegalStateException: bug"));
        assertThat(business.written).isEmpty();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void an_output_that_is_not_what_the_table_promises_is_rolled_back() throws Exception {
        business.script = (input, task) -> Outcome.done(new Counter.Done(nothing(), 1));
        Reply reply = work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(failed(reply, FailureKind.INVALID, "OUTPUT_INVALID"))
                .isEqualTo(
                        "Output of 'counter.seat.hold' does not fit its schema at (whole): required property 'text' not found.");
        assertThat(reply.deadLetter()).isNotNull();
        assertThat(business.written).isEmpty();
    }

    @Test
    void an_output_that_is_too_large_is_refused() throws Exception {
        business.script = (input, task) -> Outcome.done(new Counter.Done("x".repeat(262_200), 1));
        Reply reply = work.handle(asked("counter.list.read", ONE).build());
        assertThat(failed(reply, FailureKind.INVALID, "OUTPUT_INVALID")).contains("too large");
    }

    @Test
    void what_was_cancelled_before_it_came_never_happens() throws Exception {
        Reply cancelled = work.handle(cancel("counter.seat.hold"));
        Reply later = work.handle(asked("counter.seat.hold", ONE).build());

        Failure failure = ((TaskRefused) cancelled.record()).getFailure();
        assertThat(failure.getKind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(failure.getCode()).isEqualTo("CANCELLED");
        assertThat(later.record()).isEqualTo(cancelled.record());
        assertThat(business.written).isEmpty();
    }

    @Test
    void a_cancel_that_comes_too_late_says_what_has_happened() throws Exception {
        Reply done = work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(work.handle(cancel("counter.seat.hold")).record()).isEqualTo(done.record());

        business.script = (input, task) -> Counter.soldOut();
        Reply refused =
                work.handle(asked("counter.seat.hold", ONE).setTaskId("p_1/b/do/1").build());
        TaskCancelled cancel = cancel("counter.seat.hold");
        cancel.setTaskId("p_1/b/do/1");
        assertThat(work.handle(cancel).record()).isEqualTo(refused.record());
    }

    @Test
    void a_cancelled_read_is_refused_without_a_row() throws Exception {
        assertThat(work.handle(cancel("counter.list.read")).failure())
                .isEqualTo(FailureKind.CANCELLED);
        assertThat(work.handle(cancel("counter.moon.sell")).failure())
                .isEqualTo(FailureKind.CANCELLED);
        assertThat(inbox.size()).isZero();
    }

    @Test
    void nothing_begins_for_a_plan_that_has_ended_but_its_undoing() throws Exception {
        ended.ended("p_1", NOW);
        assertThat(work.handle(asked("counter.list.read", ONE).build()).failure())
                .isEqualTo(FailureKind.CANCELLED);
        assertThat(work.handle(asked("counter.seat.hold", ONE).build()).failure())
                .isEqualTo(FailureKind.CANCELLED);
        assertThat(inbox.find("p_1/a/do/1")).isPresent();
        assertThat(
                        work.handle(
                                        asked("counter.seat.release", ONE)
                                                .setTaskId("p_1/a/undo/1")
                                                .build())
                                .failure())
                .isNull();
    }

    @Test
    void a_read_interrupted_because_its_plan_ended_is_refused() throws Exception {
        business.script =
                (input, task) -> {
                    ended.ended("p_1", NOW);
                    throw new InterruptedException();
                };
        assertThat(work.handle(asked("counter.list.read", ONE).build()).failure())
                .isEqualTo(FailureKind.CANCELLED);
    }

    @Test
    void a_task_interrupted_because_the_process_stops_is_not_answered() {
        business.script =
                (input, task) -> {
                    throw new InterruptedException();
                };
        assertThatThrownBy(() -> work.handle(asked("counter.list.read", ONE).build()))
                .isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> work.handle(asked("counter.seat.hold", ONE).build()))
                .isInstanceOf(InterruptedException.class);
        assertThat(business.written).isEmpty();
    }

    @Test
    void what_binds_runs_under_terms_that_cover_its_quotes() throws Exception {
        String input = "{\"text\":\"one\",\"times\":1,\"quoteId\":\"q_1\",\"quoteIds\":[\"q_2\"]}";
        Reply reply =
                work.handle(
                        asked("counter.seat.book", input)
                                .setTerms(terms("p_1", "q_1", "q_2"))
                                .build());
        assertThat(reply.failure()).isNull();
        var seen = Objects.requireNonNull(business.tasks.getFirst().terms());
        assertThat(seen.item("q_2"))
                .contains(
                        new errand.agent.Terms.Item(
                                "q_2",
                                new errand.agent.Payee("shop", "店"),
                                errand.agent.Money.cny(100)));
    }

    @Test
    void what_binds_does_nothing_without_terms() throws Exception {
        for (String capability : List.of("counter.seat.book", "counter.seat.pay")) {
            Reply reply = work.handle(asked(capability, ONE).build());
            assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                    .isEqualTo(
                            "Task 'p_1/a/do/1' of '%s' needs the person's consent and carries none. Nothing was done."
                                    .formatted(capability));
        }
        assertThat(business.written).isEmpty();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void a_hash_that_is_not_of_what_was_shown_does_nothing() throws Exception {
        Terms forged = terms("p_1", "q_1");
        forged.setShown(forged.getShown().replace("100", "900"));
        Reply reply = work.handle(asked("counter.seat.book", ONE).setTerms(forged).build());
        assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                .contains("carries terms whose hash is not that of what was shown");
        assertThat(business.written).isEmpty();
    }

    @Test
    void terms_shown_for_another_plan_do_not_count() throws Exception {
        Reply reply =
                work.handle(asked("counter.seat.book", ONE).setTerms(terms("p_2", "q_1")).build());
        assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                .contains("carries terms that were shown for plan 'p_2'");
    }

    @Test
    void a_quote_that_was_not_shown_does_nothing() throws Exception {
        for (String where : List.of("\"quoteId\":\"q_9\"", "\"quoteIds\":[\"q_1\",\"q_9\"]")) {
            Reply reply =
                    work.handle(
                            asked(
                                            "counter.seat.pay",
                                            "{\"text\":\"one\",\"times\":1," + where + "}")
                                    .setTerms(terms("p_1", "q_1"))
                                    .build());
            assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                    .isEqualTo(
                            "Task 'p_1/a/do/1' of 'counter.seat.pay' names quotes that the person was not shown: q_9. Shown were: q_1. Nothing was done.");
        }
        assertThat(business.written).isEmpty();
    }

    @Test
    void undoing_needs_no_consent_but_a_declared_undo_run_as_a_step_does() throws Exception {
        Reply undo =
                work.handle(asked("counter.seat.cancel", ONE).setTaskId("p_1/a/undo/1").build());
        assertThat(undo.failure()).isNull();

        Reply step = work.handle(asked("counter.seat.cancel", ONE).build());
        assertThat(step.failure()).isEqualTo(FailureKind.INVALID);

        Reply notAnUndo =
                work.handle(asked("counter.seat.book", ONE).setTaskId("p_1/b/undo/1").build());
        assertThat(notAnUndo.failure()).isEqualTo(FailureKind.INVALID);
    }

    @Test
    void what_is_given_up_never_happens_afterwards() throws Exception {
        TaskRequested task = asked("counter.seat.hold", ONE).build();
        Reply givenUp = work.giveUp(task, 9);
        assertThat(failed(givenUp, FailureKind.INVALID, "DELIVERED_TOO_OFTEN"))
                .isEqualTo(
                        "Task 'p_1/a/do/1' was delivered 9 times and never finished; it is given up.");
        assertThat(givenUp.deadLetter()).isNotNull();
        assertThat(work.handle(task).failure()).isEqualTo(FailureKind.CANCELLED);
        assertThat(business.written).isEmpty();
    }

    @Test
    void what_has_happened_cannot_be_given_up() throws Exception {
        TaskRequested task = asked("counter.seat.hold", ONE).build();
        Reply done = work.handle(task);
        Reply givenUp = work.giveUp(task, 9);
        assertThat(givenUp.record()).isEqualTo(done.record());
        assertThat(givenUp.deadLetter()).isNull();
    }

    @Test
    void a_moment_stands_before_every_effect_and_no_other() throws Exception {
        work.handle(asked("counter.seat.hold", "{}").build());
        work.handle(asked("counter.list.read", ONE).build());
        assertThat(moments).isEmpty();
        work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(moments).containsExactly(Moments.BEFORE_EFFECT + " p_1/a/do/1");
    }

    static TaskRequested.Builder asked(String capability, String input) {
        return TaskRequested.newBuilder()
                .setTaskId("p_1/a/do/1")
                .setConversationId("c_1")
                .setPlanId("p_1")
                .setStepId("a")
                .setCapability(capability)
                .setInput(input)
                .setAt(NOW)
                .setDeadline(NOW.plusSeconds(30))
                .setAttempt(1)
                .setUser("demo")
                .setLang("zh");
    }

    private static TaskCancelled cancel(String capability) {
        return TaskCancelled.newBuilder()
                .setTaskId("p_1/a/do/1")
                .setConversationId("c_1")
                .setPlanId("p_1")
                .setCapability(capability)
                .setAt(NOW)
                .setReason("")
                .build();
    }

    private static Terms terms(String planId, String... quoteIds) {
        StringBuilder items = new StringBuilder();
        for (String id : quoteIds) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"payee\":{\"id\":\"shop\",\"name\":\"店\"},\"quoteId\":\"")
                    .append(id)
                    .append("\",\"total\":{\"amount\":100,\"currency\":\"CNY\"}}");
        }
        String shown =
                "{\"items\":[%s],\"planId\":\"%s\",\"total\":{\"amount\":100,\"currency\":\"CNY\"}}"
                        .formatted(items, planId);
        return Terms.newBuilder()
                .setConsentId("k_1")
                .setHash("sha256:" + Hashes.sha256(shown))
                .setShown(shown)
                .build();
    }

    private static String failed(Reply reply, FailureKind kind, String code) {
        assertThat(reply.record()).isInstanceOf(TaskFailed.class);
        Failure failure = ((TaskFailed) reply.record()).getFailure();
        assertThat(failure.getKind()).isEqualTo(kind);
        assertThat(failure.getCode()).isEqualTo(code);
        return failure.getMessage();
    }

    @SuppressWarnings("NullAway") // a handler in another language could do that
    private static String nothing() {
        return null;
    }
}
