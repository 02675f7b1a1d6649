package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.TransientFailure;
import errand.runtime.settings.AgentSettings.Breaking;
import errand.runtime.work.Breakers.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** When a business is left alone, and when it is tried again. */
class BreakersTest {

    private static final String SEARCH = "x.goods.search";

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration REST = Duration.ofSeconds(10);

    private Instant now = AT;
    private final Breakers breakers =
            Breakers.of(new Breaking(4, 50, Duration.ofMinutes(1), REST), clock());
    private final List<State> heard = new ArrayList<>();

    @Test
    void rests_after_failures_lets_a_few_try_and_is_up_again() throws Exception {
        breakers.listen((capability, state) -> heard.add(state));
        fail(2);
        assertThat(breakers.state(SEARCH)).isEqualTo(State.OPEN);
        assertThatThrownBy(() -> call(() -> "not reached"))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("CIRCUIT_OPEN");
                            assertThat(no.kind()).isEqualTo(errand.common.FailureKind.TRANSIENT);
                        });
        now = now.plus(REST).plusMillis(1);
        for (int i = 0; i < 3; i++) {
            assertThat(call(() -> "back")).isEqualTo("back");
        }
        assertThat(breakers.state(SEARCH)).isEqualTo(State.UP);
        assertThat(heard).containsExactly(State.OPEN, State.PROBING, State.UP);
    }

    @Test
    void rests_after_slow_answers() throws Exception {
        Breakers strict = Breakers.of(new Breaking(4, 50, Duration.ofNanos(1), REST), clock());
        for (int i = 0; i < 2; i++) {
            strict.<String>call(SEARCH, false, () -> "late");
        }
        assertThat(strict.state(SEARCH)).isEqualTo(State.OPEN);
    }

    @Test
    void what_is_wrong_with_a_task_does_not_count() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(
                            () ->
                                    call(
                                            () -> {
                                                throw Rejected.invalid("INPUT_INVALID", "no");
                                            }))
                    .isInstanceOf(Rejected.class);
        }
        assertThat(breakers.state(SEARCH)).isEqualTo(State.UP);
    }

    @Test
    void an_undo_is_never_held_up_and_capabilities_do_not_share() throws Exception {
        fail(2);
        assertThat(breakers.<String>call(SEARCH, true, () -> "undone")).isEqualTo("undone");
        assertThat(breakers.<String>call("x.goods.quote", false, () -> "ok")).isEqualTo("ok");
    }

    @Test
    void none_never_opens() {
        Breakers none = Breakers.none();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(
                            () ->
                                    none.call(
                                            SEARCH,
                                            false,
                                            () -> {
                                                throw new TransientFailure("UNAVAILABLE", "x");
                                            }))
                    .isInstanceOf(TransientFailure.class);
        }
        assertThat(none.state(SEARCH)).isEqualTo(State.UP);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(
                            () ->
                                    call(
                                            () -> {
                                                throw new TransientFailure("UNAVAILABLE", "x");
                                            }))
                    .isInstanceOf(TransientFailure.class);
        }
    }

    private String call(Callable<String> work) throws Exception {
        return breakers.call(SEARCH, false, work);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
