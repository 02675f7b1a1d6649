package errand.runtime.work;

import static errand.runtime.work.CounterAtWork.NOW;
import static errand.runtime.work.CounterAtWork.ONE;
import static errand.runtime.work.CounterAtWork.asked;
import static errand.runtime.work.CounterAtWork.cancel;
import static errand.runtime.work.CounterAtWork.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskCancelled;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import org.junit.jupiter.api.Test;

/** Tasks that are withdrawn, given up or interrupted. */
class TaskCancelledTest {

    private final CounterAtWork counter = new CounterAtWork();
    private final Counter business = counter.business;
    private final InMemoryInbox inbox = counter.inbox;
    private final EndedPlans ended = counter.ended;
    private final TaskWork work = counter.work;

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
}
