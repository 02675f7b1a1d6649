package errand.bench.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.Capabilities;
import errand.agent.Capability;
import errand.agent.Effect;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Outcome.Done;
import errand.agent.Outcome.Refused;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.TransientFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchAgentTest {

    private final Capabilities table = new BenchAgent().capabilities().checked();

    @Test
    void has_a_no_op_of_every_kind_that_load_needs() {
        assertThat(effect("noop.read")).isEqualTo(Effect.READ);
        assertThat(effect("noop.hold")).isEqualTo(Effect.HOLD);
        assertThat(effect("noop.commit")).isEqualTo(Effect.COMMIT);
        assertThat(row("noop.hold").undo()).isEqualTo("bench.noop.release");
    }

    @Test
    void gives_back_what_it_got() throws Exception {
        assertThat(call("noop.read", new Value("x"), 1)).isEqualTo(Outcome.done(new Echo("x")));
        assertThat(call("noop.commit", new Value(null), 1)).isEqualTo(Outcome.done(new Echo("")));
    }

    @Test
    void what_it_holds_is_named_after_the_task() throws Exception {
        assertThat(call("noop.hold", new Value(null), 1))
                .isEqualTo(Outcome.done(new Held("h:p_1/a/do/1")));
    }

    @Test
    void quotes_nothing_at_the_price_that_was_asked_for_and_no_dearer_than_100_yuan()
            throws Exception {
        Outcome<?> quoted = call("noop.quote", new Price(Money.cny(4_200)), 1);
        assertThat(quoted)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> {
                            Quote quote = ((Quoted) done.output()).quote();
                            assertThat(quote.total()).isEqualTo(Money.cny(4_200));
                            assertThat(quote.payee().id()).isEqualTo("bench:noop");
                        });
        assertThat(call("noop.quote", new Price(Money.cny(4_200)), 2)).isEqualTo(quoted);
        for (Money wrong : List.of(Money.cny(0), Money.cny(10_001), new Money(1, "USD"))) {
            assertThat(call("noop.quote", new Price(wrong), 1)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void fails_as_often_as_asked_and_then_succeeds() throws Exception {
        Fail twice = new Fail(null, 2);

        assertThatThrownBy(() -> call("fail.read", twice, 1)).isInstanceOf(TransientFailure.class);
        assertThatThrownBy(() -> call("fail.read", twice, 2)).isInstanceOf(TransientFailure.class);
        assertThat(call("fail.read", twice, 3)).isEqualTo(Outcome.done(new Recovered(3)));
    }

    @Test
    void fails_in_the_way_it_is_asked_to() throws Exception {
        assertThat(call("fail.read", new Fail("refuse", null), 9)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> call("fail.read", new Fail("fault", null), 9))
                .isInstanceOf(IllegalStateException.class);
        assertThat(call("fail.read", new Fail("explode", null), 1))
                .isEqualTo(
                        Outcome.refused(
                                "BAD_KIND",
                                "Cannot fail by 'explode'; possible are transient, refuse, fault."));
    }

    @Test
    void sleeps_no_longer_than_ten_minutes() throws Exception {
        assertThat(call("sleep.read", new Sleep(0), 1)).isInstanceOf(Done.class);
        assertThat(call("sleep.read", new Sleep(600_001), 1))
                .isEqualTo(
                        Outcome.refused(
                                "BAD_SLEEP", "Cannot sleep 600001 ms; possible are 0 to 600000."));
    }

    private Effect effect(String name) {
        return row(name).effect();
    }

    private Capability<?, ?> row(String name) {
        return table.find("bench." + name).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Outcome<?> call(String name, Object input, int attempt) throws Exception {
        Instant now = Instant.parse("2026-11-23T03:00:00Z");
        Task task =
                new Task(
                        "p_1/a/do/1", "p_1", "demo", "zh", now, now.plusSeconds(30), attempt, null);
        return ((Capability<Object, ?>) row(name)).handler().handle(input, task);
    }
}
