package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.events.TaskSucceeded;
import errand.facts.PlanClosed;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.engine.Turn.Outcome;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.StepSpec;
import errand.schemas.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wide plans, real expressions: what follows from one input is always one event the log takes. */
class WidthTest {

    private final Turns turns =
            new Turns(
                    new Core(new JsonataDocuments()),
                    Scenario.AVRO,
                    new Outputs(
                            new TopicNames(""), Scenario.AVRO, Destinations.allThere(), 1_000_000),
                    true);
    private @Nullable Stored stored;
    private long offset;

    @Test
    void forty_steps_become_ready_at_once() {
        Turn submitted = take(Plans.submitted("c_1", wide(), Plans.NOON, null));
        assertThat(submitted.outputs()).hasSize(2);
        Turn ready = take(succeeded("p_1/a/do/1", output(1_000)));
        assertThat(ready.outputs()).hasSize(41);
        for (int i = 0; i < 40; i++) {
            take(succeeded("p_1/w" + i + "/do/1", "{}"));
        }
        assertThat(Objects.requireNonNull(stored).idle()).isTrue();
    }

    @Test
    void forty_steps_that_take_too_much_at_once_end_the_plan_in_words() {
        take(Plans.submitted("c_1", wide(), Plans.NOON, null));
        Turn turn = take(succeeded("p_1/a/do/1", output(20_000)));

        assertThat(turn.outcome()).isEqualTo(Outcome.ADVANCED);
        ConversationAdvanced event =
                (ConversationAdvanced)
                        Objects.requireNonNull(
                                Scenario.AVRO.deserialize("", turn.outputs().getFirst().value()));
        PlanClosed closed = (PlanClosed) event.getEvents().getLast();
        assertThat(closed.getOutcome().name()).isEqualTo("FAILED");
        assertThat(Objects.requireNonNull(closed.getFailure()).getMessage())
                .isEqualTo(
                        "Step 'w2' (bench.noop.read): what becomes ready at once takes 800,148 bytes; at most 700,000 are allowed. Let steps wait for each other ('needs'), or pass on less.");
        assertThat(Objects.requireNonNull(stored).idle()).isTrue();
    }

    private static errand.orchestrator.plan.PlanSpec wide() {
        List<StepSpec> steps = new ArrayList<>();
        steps.add(Plans.step("a", "bench.noop.read"));
        for (int i = 0; i < 40; i++) {
            steps.add(
                    new StepSpec(
                            "w" + i,
                            "bench.noop.read",
                            "{\"x\":\"${$out.a.x}\"}",
                            List.of("a"),
                            null,
                            null,
                            null,
                            new OnFailure.Fail()));
        }
        return Plans.plan("p_1", steps.toArray(StepSpec[]::new));
    }

    /** Ten texts of so many characters. */
    private static String output(int characters) {
        return IntStream.range(0, 10)
                .mapToObj(i -> "\"" + "x".repeat(characters) + "\"")
                .collect(Collectors.joining(",", "{\"x\":[", "]}"));
    }

    private static TaskSucceeded succeeded(String task, String output) {
        return new TaskSucceeded("r/" + task, Plans.NOON, "c_1", task, "bench", output);
    }

    private Turn take(SpecificRecord record) {
        InboxRecord input =
                new InboxRecord(
                        0,
                        ++offset,
                        0,
                        "c_1".getBytes(StandardCharsets.UTF_8),
                        Scenario.AVRO.serialize("", record),
                        new RecordHeaders());
        Turn turn = turns.of(stored, input, offset);
        stored = turn.after() == null ? stored : turn.after();
        return turn;
    }
}
