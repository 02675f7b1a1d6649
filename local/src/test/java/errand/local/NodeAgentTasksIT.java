package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import errand.agent.Quote;
import errand.common.Failure;
import errand.common.FailureKind;
import errand.common.Terms;
import errand.events.AgentAnnounced;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.local.log.Replied;
import errand.runtime.work.AgentJson;
import errand.testkit.TestTasks;
import errand.testkit.TestTerms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the agent in Node makes of single tasks, good and bad: the rules of agents in Java. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeAgentTasksIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Optional<String> lacking = Optional.empty();
    private Optional<NodeGround> ground = Optional.empty();

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        lacking = NodeAgent.lacking();
        if (lacking.isEmpty()) {
            ground = Optional.of(NodeGround.start(data));
        }
    }

    @BeforeEach
    void skipWithTheReason() {
        assumeTrue(lacking.isEmpty(), "the agent in Node: " + lacking.orElse(""));
    }

    @AfterAll
    void stop() throws Exception {
        if (ground.isPresent()) {
            ground.get().close();
        }
    }

    @Test
    void announces_itself_with_schemas() {
        var announced = ground.orElseThrow().directory().getLast();

        assertThat(announced.key()).isEqualTo("press");
        var capabilities = ((AgentAnnounced) announced.value()).getCapabilities();
        assertThat(capabilities).extracting(row -> row.getName()).contains("press.card.order");
        assertThat(capabilities.getFirst().getOutputSchema())
                .contains("\"x-errand-type\":\"quote\"");
        assertThat(capabilities.get(1).getUndo()).isEqualTo("press.card.cancel");
    }

    @Test
    void keys_go_where_java_looks_for_them() throws Exception {
        List<String> keys = new ArrayList<>(List.of("c_1", "会话-一", "Ünïcödé", "🚄🏨"));
        for (int i = 0; i < 200; i++) {
            keys.add("c_0192f3c4-%04d-会话".formatted(i * 37));
        }
        assertThat(NodeAgent.partitions(keys))
                .isEqualTo(keys.stream().map(NodeAgentTasksIT::partition).toList());
    }

    @Test
    void answers_a_conversation_whose_id_is_not_ascii_in_its_own_partition() throws Exception {
        for (String conversation : List.of("会话-一", "会话-二", "Ünïcödé", "🚄")) {
            TaskRequested asked = quote().build();
            asked.setConversationId(conversation);
            var reply = ask(asked);

            assertThat(reply.at().key()).isEqualTo(conversation);
            assertThat(reply.at().partition()).isEqualTo(partition(conversation));
        }
    }

    @Test
    void a_capability_that_it_lacks_is_refused_with_those_it_has() throws Exception {
        Failure failure = failed(task("press.card.fly").input("{}").build());

        assertThat(failure.getKind()).isEqualTo(FailureKind.INVALID);
        assertThat(failure.getCode()).isEqualTo("UNKNOWN_CAPABILITY");
        assertThat(failure.getMessage())
                .isEqualTo(
                        "Agent 'press' cannot do 'card.fly'. It can do: card.quote, card.order, card.cancel.");
    }

    @Test
    void an_input_that_does_not_fit_is_refused_and_named() throws Exception {
        Failure failure =
                failed(
                        task("press.card.quote")
                                .input("{\"name\":\"a\",\"copies\":0,\"x\":1}")
                                .build());

        assertThat(failure.getCode()).isEqualTo("INPUT_INVALID");
        assertThat(failure.getMessage()).contains("/copies", "x");
    }

    @Test
    void a_task_after_its_deadline_is_not_begun() throws Exception {
        Instant past = now().minusSeconds(90);
        Failure failure = failed(quote().at(past).build());

        assertThat(failure.getKind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failure.getCode()).isEqualTo("DEADLINE_PASSED");
    }

    @Test
    void an_order_needs_a_consent_to_exactly_its_quote() throws Exception {
        Quote quote = quoted();
        Quote other = quoted();
        Terms agreed = TestTerms.agreed("p_test", quote);
        String shown = agreed.getShown();
        Terms forged = Terms.newBuilder(agreed).setShown(shown.replace("3900", "39")).build();

        assertThat(failed(order(quote, null)).getCode()).isEqualTo("CONSENT_MISMATCH");
        assertThat(failed(order(quote, forged)).getMessage()).contains("hash");
        assertThat(failed(order(other, agreed)).getMessage()).contains(other.quoteId());
        assertThat(failed(order(quote, TestTerms.agreed("p_other", quote))).getMessage())
                .contains("p_other");
        assertThat(refused(order(quote, TestTerms.of(shown.replace("3900", "39")))).getCode())
                .isEqualTo("NOT_AGREED");
        assertThat(ask(order(quote, agreed)).record()).isInstanceOf(TaskSucceeded.class);
    }

    @Test
    void what_was_cancelled_first_never_happens() throws Exception {
        Quote quote = quoted();
        TaskRequested order = order(quote, TestTerms.agreed("p_test", quote));

        send(order.getTaskId(), TestTasks.cancel(order));
        var never = (TaskRefused) reply(order.getTaskId(), 1).record();
        send(order.getTaskId(), order);
        var still = reply(order.getTaskId(), 2).record();

        assertThat(never.getFailure().getKind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(still).isEqualTo(never);
    }

    @Test
    void what_has_happened_is_said_when_it_is_cancelled_too_late_or_comes_again() throws Exception {
        Quote quote = quoted();
        TaskRequested order = order(quote, TestTerms.agreed("p_test", quote));

        var done = ask(order).record();
        send(order.getTaskId(), TestTasks.cancel(order));
        send(order.getTaskId(), order);

        assertThat(reply(order.getTaskId(), 3).record()).isEqualTo(done);
        TaskRequested reused =
                task("press.card.order")
                        .input(Map.of("quoteId", "q_2"))
                        .id(order.getTaskId())
                        .build();
        send(order.getTaskId(), reused);
        var failed = (TaskFailed) reply(order.getTaskId(), 4).record();
        assertThat(failed.getFailure().getCode()).isEqualTo("TASK_ID_REUSED");
    }

    @Test
    void what_cannot_be_read_is_put_aside_and_the_next_task_is_done() throws Exception {
        ground.orElseThrow().sendBytes("no avro".getBytes(StandardCharsets.UTF_8));
        assertThat(ask(quote().build()).record()).isInstanceOf(TaskSucceeded.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> ground.orElseThrow().deadLetters() == 1);
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 4;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static TestTasks task(String capability) {
        return TestTasks.of(capability)
                .id("p_test/n" + NUMBER.incrementAndGet() + "/do/1")
                .at(now());
    }

    private static TestTasks quote() {
        return task("press.card.quote").input("{\"name\":\"王小明\",\"copies\":100}");
    }

    private static TaskRequested order(Quote quote, @Nullable Terms terms) {
        return task("press.card.order")
                .input(Map.of("quoteId", quote.quoteId()))
                .terms(terms)
                .build();
    }

    private Quote quoted() throws Exception {
        var done = (TaskSucceeded) ask(quote().build()).record();
        return AgentJson.read(
                AgentJson.tree(done.getOutput()).path("quote").toString(), Quote.class);
    }

    private Failure failed(TaskRequested task) throws Exception {
        return ((TaskFailed) ask(task).record()).getFailure();
    }

    private Failure refused(TaskRequested task) throws Exception {
        return ((TaskRefused) ask(task).record()).getFailure();
    }

    private Replied.Reply ask(TaskRequested task) throws Exception {
        send(task.getTaskId(), task);
        return reply(task.getTaskId(), 1);
    }

    private void send(String key, SpecificRecord record) throws Exception {
        ground.orElseThrow().send(key, record);
    }

    private Replied.Reply reply(String taskId, int number) {
        return ground.orElseThrow().reply(taskId, number);
    }
}
