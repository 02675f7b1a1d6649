package errand.runtime.work;

import static errand.runtime.work.CounterAtWork.NOW;
import static errand.runtime.work.CounterAtWork.ONE;
import static errand.runtime.work.CounterAtWork.asked;
import static errand.runtime.work.CounterAtWork.failed;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a task means: once, in time, with inputs that fit. */
class TaskWorkTest {

    private final CounterAtWork counter = new CounterAtWork();
    private final Counter business = counter.business;
    private final InMemoryInbox inbox = counter.inbox;
    private final List<String> moments = counter.moments;
    private final TaskWork work = counter.work;

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
    void a_moment_stands_before_every_effect_and_no_other() throws Exception {
        work.handle(asked("counter.seat.hold", "{}").build());
        work.handle(asked("counter.list.read", ONE).build());
        assertThat(moments).isEmpty();
        work.handle(asked("counter.seat.hold", ONE).build());
        assertThat(moments).containsExactly(Moments.BEFORE_EFFECT + " p_1/a/do/1");
    }
}
