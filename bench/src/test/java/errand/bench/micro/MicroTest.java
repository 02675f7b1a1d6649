package errand.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.facts.PlanClosed;
import errand.facts.PlanOutcome;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.engine.EngineWithoutKafka;
import errand.orchestrator.plan.Documents.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** What is measured is the right thing: each gives what it must, and JMH finds every one. */
class MicroTest {

    private final Sample sample = new Sample();

    @Test
    void the_sample_is_a_plan_of_four_tasks_that_ends_well_after_five_inputs() {
        assertThat(sample.inbox).hasSize(5);
        assertThat(records().filter(TaskRequested.class::isInstance)).hasSize(4);
        assertThat(records().filter(ConversationAdvanced.class::isInstance)).hasSize(5);
        assertThat(last().getOutcome()).isEqualTo(PlanOutcome.DONE);
    }

    private Stream<Object> records() {
        return sample.sent().stream().map(value -> sample.reads.deserialize("", value));
    }

    private PlanClosed last() {
        ConversationAdvanced advanced =
                (ConversationAdvanced)
                        Objects.requireNonNull(
                                sample.reads.deserialize(
                                        "", sample.heard.getLast().sent().getFirst()));
        return (PlanClosed) advanced.getEvents().getLast();
    }

    @Test
    void a_plan_through_the_engine_gives_the_same_bytes_however_the_conversation_is_kept() {
        EngineMicro engine = new EngineMicro();

        byte[] expected = sample.heard.getLast().stored();
        assertThat(Objects.requireNonNull(engine.plan()).stored()).isEqualTo(expected);
        assertThat(Objects.requireNonNull(engine.planFromStore()).stored()).isEqualTo(expected);
        assertThat(Objects.requireNonNull(engine.plan()).sent())
                .containsExactlyElementsOf(sample.heard.getLast().sent());
    }

    @Test
    void the_parts_of_the_engine_make_what_the_whole_makes() {
        EngineMicro engine = new EngineMicro();

        assertThat(engine.inputs()).hasSize(5).first().isInstanceOf(Input.Submitted.class);
        Conversation end = engine.core();
        assertThat(end.seq()).isEqualTo(5);
        assertThat(end.plans()).isEmpty();
        assertThat(engine.outputs()).hasSameSizeAs(sample.sent());
        List<byte[]> tasks = engine.outputs().stream().filter(this::isTask).toList();
        assertThat(tasks)
                .containsExactlyElementsOf(sample.sent().stream().filter(this::isTask).toList());
        assertThat(engine.stateRead()).last().isEqualTo(end);
        byte[] json = engine.stateWritten().getLast();
        byte[] stored = sample.heard.getLast().stored();
        assertThat(CoreJson.readConversation(json))
                .isEqualTo(EngineWithoutKafka.read(stored).conversation());
    }

    private boolean isTask(byte[] value) {
        return sample.reads.deserialize("", value) instanceof TaskRequested;
    }

    @Test
    void records_are_written_and_read() {
        SerdeMicro serde = new SerdeMicro();

        assertThat(sample.reads.deserialize("", serde.writeTaskRequested()))
                .isEqualTo(serde.readTaskRequested())
                .isInstanceOf(TaskRequested.class);
        assertThat(sample.reads.deserialize("", serde.writeTaskSucceeded()))
                .isEqualTo(serde.readTaskSucceeded())
                .isInstanceOf(TaskSucceeded.class);
        assertThat(sample.reads.deserialize("", serde.writeConversationAdvanced()))
                .isEqualTo(serde.readConversationAdvanced())
                .isInstanceOf(ConversationAdvanced.class);
    }

    @Test
    void expressions_give_their_values() {
        ExpressionMicro expressions = new ExpressionMicro();

        assertThat(expressions.one()).isEqualTo(new Answer.Known<>("{\"value\":\"one\"}"));
        assertThat(expressions.constant()).isEqualTo(expressions.one());
        assertThat(expressions.condition()).isEqualTo(new Answer.Known<>(true));
        assertThat(expressions.offers())
                .isInstanceOfSatisfying(
                        Answer.Known.class,
                        known ->
                                assertThat(((List<?>) known.value()))
                                        .hasSize(11)
                                        .first()
                                        .isEqualTo("\"q_9\""));
        assertThat(expressions.group().toString())
                .contains("\"people\":12", "\"quoteId\":\"q_19\"", "\"title\":\"For 12: G109 ");
    }

    @Test
    void schemas_pass_what_fits_and_name_what_does_not() {
        SchemaMicro schemas = new SchemaMicro();

        assertThat(schemas.taskInput()).isEmpty();
        assertThat(schemas.taskOutput()).isEmpty();
        assertThat(schemas.taskMisfit()).hasSize(1);
        assertThat(schemas.filledLines().toString()).contains("\"people\":2", "\"quoteId\":\"q\"");
    }

    @Test
    void jmh_finds_and_runs_each_of_the_groups_that_are_told_and_no_other() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        var once =
                MicroBench.of("errand.bench.micro")
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .build();

        assertThat(new Runner(once).run().stream().map(MicroBench::name))
                .containsExactlyInAnyOrderElementsOf(
                        MicroBench.GROUPS.stream().flatMap(MicroTest::names).toList());
    }

    private static Stream<String> names(Class<?> group) {
        String prefix = group.getSimpleName().replace("Micro", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(group.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> prefix + "." + method.getName());
    }
}
