package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRequested;
import errand.runtime.faults.Faults;
import errand.runtime.schema.JsonSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The model business behind a {@link TaskWork}, with all that it touches in memory. */
final class CounterAtWork {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final String ONE = "{\"text\":\"one\",\"times\":1}";

    final Counter business = new Counter();
    final InMemoryInbox inbox = new InMemoryInbox(business::restorePoint);
    final EndedPlans ended = new EndedPlans(Duration.ofHours(1));
    final List<String> moments = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    private final JsonSchemas schemas = new JsonSchemas();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final TaskWork work =
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

    static TaskCancelled cancel(String capability) {
        return TaskCancelled.newBuilder()
                .setTaskId("p_1/a/do/1")
                .setConversationId("c_1")
                .setPlanId("p_1")
                .setCapability(capability)
                .setAt(NOW)
                .setReason("")
                .build();
    }

    static String failed(Reply reply, FailureKind kind, String code) {
        assertThat(reply.record()).isInstanceOf(TaskFailed.class);
        Failure failure = ((TaskFailed) reply.record()).getFailure();
        assertThat(failure.getKind()).isEqualTo(kind);
        assertThat(failure.getCode()).isEqualTo(code);
        return failure.getMessage();
    }
}
