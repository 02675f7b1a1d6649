package errand.runtime.work;

import static errand.runtime.work.CounterAtWork.NOW;
import static errand.runtime.work.CounterAtWork.ONE;
import static errand.runtime.work.CounterAtWork.asked;
import static errand.runtime.work.CounterAtWork.failed;
import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.common.FailureKind;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a task whose handler fails. */
class TaskFailuresTest {

    private final CounterAtWork counter = new CounterAtWork();
    private final Counter business = counter.business;
    private final InMemoryInbox inbox = counter.inbox;
    private final List<Duration> pauses = counter.pauses;
    private final TaskWork work = counter.work;

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

    @SuppressWarnings("NullAway") // a handler in another language could do that
    private static String nothing() {
        return null;
    }
}
