package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A business of somebody else's: what it did is not taken back with our transaction (S21). */
class ReconcilingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    record Pay(long fen) {}

    record Paid(String paymentId) {}

    /** What happens to the answer of the vendor's next call. */
    private enum Line {
        WORKS,
        LOSES_THE_ANSWER,
        DIES_BEFORE,
        DIES_AFTER
    }

    /** Its own database, and a line to it that may fail at any point. */
    private static final class Vendor implements Agent {
        final Map<String, String> payments = new LinkedHashMap<>();
        final List<String> asked = new ArrayList<>();
        Line line = Line.WORKS;
        boolean silent;

        @Override
        public Capabilities capabilities() {
            return Capabilities.of("vendor")
                    .can("money.pay", Pay.class, Paid.class, this::pay)
                    .reconciledBy(this::find)
                    .holds()
                    .forGood();
        }

        private Outcome<Paid> pay(Pay pay, Task task) throws TransientFailure {
            if (line == Line.DIES_BEFORE) {
                throw new Died();
            }
            payments.merge(task.id(), "P" + payments.size(), (one, other) -> one + "+" + other);
            return switch (line) {
                case LOSES_THE_ANSWER -> throw new TransientFailure("TIMEOUT", "no answer");
                case DIES_AFTER -> throw new Died();
                case WORKS, DIES_BEFORE ->
                        Outcome.done(new Paid(payments.getOrDefault(task.id(), "none")));
            };
        }

        private Optional<Outcome<Paid>> find(Pay pay, Task task) throws TransientFailure {
            asked.add(task.id());
            if (silent) {
                throw new TransientFailure("SILENT", "ask later");
            }
            return Optional.ofNullable(payments.get(task.id()))
                    .map(id -> Outcome.done(new Paid(id)));
        }
    }

    /** The process is gone in the middle of it. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Vendor vendor = new Vendor();
    private final InMemoryInbox inbox = new InMemoryInbox();
    private final JsonSchemas schemas = new JsonSchemas();
    private TaskWork work = started();

    private TaskWork started() {
        return TaskWork.of(
                new CapabilityTable(vendor.capabilities(), schemas),
                schemas,
                inbox,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Moments.none(),
                new EndedPlans(Duration.ofHours(1)));
    }

    private static TaskRequested.Builder pay() {
        return TaskRequested.newBuilder()
                .setTaskId("p_1/pay/do/1")
                .setConversationId("c_1")
                .setPlanId("p_1")
                .setStepId("pay")
                .setCapability("vendor.money.pay")
                .setInput("{\"fen\":100}")
                .setAt(NOW)
                .setDeadline(NOW.plusSeconds(30))
                .setAttempt(1)
                .setUser("demo")
                .setLang("zh");
    }

    private static TaskCancelled cancel() {
        return TaskCancelled.newBuilder()
                .setTaskId("p_1/pay/do/1")
                .setConversationId("c_1")
                .setPlanId("p_1")
                .setCapability("vendor.money.pay")
                .setAt(NOW)
                .setReason("over")
                .build();
    }

    private void dies(Line where) {
        vendor.line = where;
        try {
            work.handle(pay().build());
            throw new AssertionError("It lives.");
        } catch (Died expected) {
            vendor.line = Line.WORKS;
            work = started();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_and_nothing_is_paid_twice() throws Exception {
        vendor.line = Line.LOSES_THE_ANSWER;
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskFailed.class);
        vendor.line = Line.WORKS;
        Reply again = work.handle(pay().setAttempt(2).build());
        assertThat(again.record()).isInstanceOf(TaskSucceeded.class);
        assertThat(((TaskSucceeded) again.record()).getOutput()).contains("P0");
        assertThat(vendor.payments).hasSize(1).containsValue("P0");
        assertThat(vendor.asked).hasSize(1);
        assertThat(work.handle(pay().build()).record()).isEqualTo(again.record());
        assertThat(vendor.asked).hasSize(1);
    }

    @Test
    void the_same_after_a_crash() throws Exception {
        dies(Line.DIES_AFTER);
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(vendor.payments).containsExactlyEntriesOf(Map.of("p_1/pay/do/1", "P0"));
    }

    @Test
    void what_had_not_happened_before_the_crash_is_done_once() throws Exception {
        dies(Line.DIES_BEFORE);
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(vendor.asked).hasSize(1);
        assertThat(vendor.payments).containsExactlyEntriesOf(Map.of("p_1/pay/do/1", "P0"));
    }

    @Test
    void a_cancelled_task_that_has_happened_says_so_so_that_it_is_undone() throws Exception {
        dies(Line.DIES_AFTER);
        assertThat(work.handle(cancel()).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(vendor.payments).hasSize(1);
    }

    @Test
    void a_cancelled_task_that_has_not_happened_never_will() throws Exception {
        dies(Line.DIES_BEFORE);
        assertThat(work.handle(cancel()).record()).isInstanceOf(TaskRefused.class);
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskRefused.class);
        assertThat(vendor.payments).isEmpty();
    }

    @Test
    void what_was_delivered_too_often_says_what_has_happened() throws Exception {
        dies(Line.DIES_AFTER);
        assertThat(work.giveUp(pay().build(), 10).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void nothing_is_said_or_done_while_the_business_does_not_say() throws Exception {
        dies(Line.DIES_AFTER);
        vendor.silent = true;
        assertThat(work.handle(pay().build()).record()).isInstanceOf(TaskFailed.class);
        assertThat(work.handle(cancel()).record()).isInstanceOf(TaskFailed.class);
        assertThat(inbox.size()).isZero();
        vendor.silent = false;
        assertThat(work.handle(cancel()).record()).isInstanceOf(TaskSucceeded.class);
        assertThat(vendor.payments).containsExactlyEntriesOf(Map.of("p_1/pay/do/1", "P0"));
    }

    @Test
    void what_has_happened_is_said_even_after_the_deadline() throws Exception {
        dies(Line.DIES_AFTER);
        Reply late = work.handle(pay().setDeadline(NOW.minusSeconds(1)).build());
        assertThat(late.record()).isInstanceOf(TaskSucceeded.class);
    }
}
