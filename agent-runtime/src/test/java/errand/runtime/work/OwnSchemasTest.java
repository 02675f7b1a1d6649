package errand.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.OwnSchemas;
import errand.agent.Task;
import errand.events.TaskFailed;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Capabilities whose schemas are known only when the agent runs. */
class OwnSchemasTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String INPUT =
            "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},\"required\":[\"n\"]}";
    private static final String OUTPUT =
            "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"maximum\":9}}}";

    private final JsonSchemas schemas = new JsonSchemas();
    private final CapabilityTable table = new CapabilityTable(capabilities(INPUT), schemas);

    private static Capabilities capabilities(String input) {
        return Capabilities.of("any")
                .can("number.echo", new OwnSchemas(input, OUTPUT), OwnSchemasTest::echo)
                .reads();
    }

    private static Outcome<JsonNode> echo(JsonNode input, Task task) {
        return Outcome.done(input);
    }

    @Test
    void stand_in_the_table_as_they_are() {
        assertThat(table.rows().getFirst().inputSchema()).isEqualTo(INPUT);
        assertThat(table.rows().getFirst().outputSchema()).isEqualTo(OUTPUT);
    }

    @Test
    void json_goes_in_and_comes_out_as_it_is() throws InterruptedException {
        Reply reply = work().handle(asked("{\"n\":7,\"more\":[1,{\"a\":null}]}"));
        assertThat(((TaskSucceeded) reply.record()).getOutput())
                .isEqualTo("{\"n\":7,\"more\":[1,{\"a\":null}]}");
    }

    @Test
    void what_does_not_fit_is_refused_before_and_put_aside_after() throws InterruptedException {
        TaskFailed before = (TaskFailed) work().handle(asked("{\"n\":\"7\"}")).record();
        assertThat(before.getFailure().getMessage())
                .startsWith("Input of 'any.number.echo' does not fit at /n");
        Reply after = work().handle(asked("{\"n\":10}"));
        assertThat(((TaskFailed) after.record()).getFailure().getCode())
                .isEqualTo("OUTPUT_INVALID");
        assertThat(after.deadLetter()).isNotNull();
    }

    @Test
    void that_cannot_be_used_are_refused_at_start() {
        for (String broken :
                new String[] {"{", "{\"$ref\":\"#/nowhere\"}", "{\"pattern\":\"(\"}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CapabilityTable(capabilities(broken), schemas))
                    .withMessageStartingWith("A schema of 'any.number.echo' cannot be used: ");
        }
    }

    @Test
    void an_agent_says_whether_its_business_is_up() {
        AtomicBoolean up = new AtomicBoolean(true);
        CapabilityTable watched =
                new CapabilityTable(capabilities(INPUT).upWhile(up::get), schemas);
        assertThat(table.isUp()).isTrue();
        assertThat(watched.isUp()).isTrue();
        up.set(false);
        assertThat(watched.isUp()).isFalse();
    }

    private TaskWork work() {
        return TaskWork.of(
                table,
                schemas,
                Inbox.none(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Moments.none(),
                new EndedPlans(Duration.ofHours(1)));
    }

    private static TaskRequested asked(String input) {
        return TaskRequested.newBuilder()
                .setTaskId("p/s/do/1")
                .setConversationId("c")
                .setPlanId("p")
                .setStepId("s")
                .setCapability("any.number.echo")
                .setInput(input)
                .setAt(NOW)
                .setDeadline(NOW.plusSeconds(30))
                .setAttempt(1)
                .setUser("demo")
                .setLang("en")
                .build();
    }
}
