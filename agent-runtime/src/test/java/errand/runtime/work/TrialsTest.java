package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.faults.Fault;
import errand.runtime.faults.Fault.Kind;
import errand.runtime.faults.Faults;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final String HOLD = "counter.seat.hold";
    private static final String ONE = "{\"text\":\"one\",\"times\":1}";

    private final Counter business = new Counter();
    private final InMemoryInbox inbox = new InMemoryInbox(business::restorePoint);
    private final Faults faults = Faults.possible();
    private final JsonSchemas schemas = new JsonSchemas();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private final TaskWork work =
            TaskWork.of(
                    new CapabilityTable(business.capabilities(), schemas),
                    schemas,
                    inbox,
                    clock,
                    Moments.none(),
                    new EndedPlans(Duration.ofHours(1)),
                    Breakers.none(),
                    faults);

    private void wrong(Kind kind, int times) {
        faults.add(new Fault(HOLD, kind, 0, times, null, null));
    }

    private static TaskRequested hold(String task) {
        return CounterAtWork.asked(HOLD, ONE).setTaskId(task).build();
    }

    @Test
    void a_failure_passes_and_leaves_nothing_behind() throws Exception {
        wrong(Kind.FAIL, 1);
        TaskFailed failed = (TaskFailed) work.handle(hold("p_1/a/do/1")).record();
        assertThat(failed.getFailure().getCode()).isEqualTo("SANDBOX_FAULT");
        assertThat(failed.getFailure().getMessage())
                .isEqualTo("'counter.seat.hold' was asked to fail, by /sandbox/faults.");
        assertThat(inbox.size()).isZero();
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void a_refusal_is_remembered_like_any_other() throws Exception {
        faults.add(new Fault(HOLD, Kind.REFUSE, 0, 1, "SOLD_OUT", "没有了"));
        TaskRefused refused = (TaskRefused) work.handle(hold("p_1/a/do/1")).record();
        assertThat(refused.getFailure().getCode()).isEqualTo("SOLD_OUT");
        assertThat(refused.getFailure().getMessage()).isEqualTo("没有了");
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskRefused.class);
        assertThat(work.handle(hold("p_2/a/do/1")).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void garbage_is_told_from_an_answer_and_what_it_wrote_is_taken_back() throws Exception {
        wrong(Kind.GARBAGE, 1);
        Reply reply = work.handle(hold("p_1/a/do/1"));
        assertThat(((TaskFailed) reply.record()).getFailure().getCode())
                .isEqualTo("OUTPUT_INVALID");
        assertThat(reply.deadLetter()).isNotNull();
        assertThat(business.written).isEmpty();
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(business.written).hasSize(1);
    }

    @Test
    void a_delay_takes_its_time_and_then_it_happens() throws Exception {
        faults.add(new Fault(HOLD, Kind.DELAY, 30, 1, null, null));
        long began = System.nanoTime();
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void each_happens_as_often_as_it_was_asked_for_and_to_no_other_capability() throws Exception {
        wrong(Kind.FAIL, 2);
        wrong(Kind.LOSE_REPLY, 1);
        assertThat(work.losesReply("counter.list.read")).isFalse();
        assertThat(work.losesReply(HOLD)).isTrue();
        assertThat(work.losesReply(HOLD)).isFalse();
        assertThat(work.handle(CounterAtWork.asked("counter.list.read", ONE).build()).record())
                .isInstanceOf(TaskSucceeded.class);
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskFailed.class);
        assertThat(faults.waiting()).hasSize(1);
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskFailed.class);
        assertThat(faults.waiting()).isEmpty();
        assertThat(work.handle(hold("p_1/a/do/1")).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void who_is_no_sandbox_cannot_be_asked() {
        assertThatThrownBy(() -> Faults.none().add(new Fault(HOLD, Kind.FAIL, 0, 1, null, null)))
                .isInstanceOf(IllegalStateException.class);
    }
}
