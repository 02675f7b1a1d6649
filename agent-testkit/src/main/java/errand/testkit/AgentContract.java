package errand.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Agent;
import errand.agent.Quote;
import errand.common.FailureKind;
import errand.events.TaskRequested;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.Reply;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every agent keeps, whatever its business. An agent's test extends it and says how the agent
 * is built, what its writes look like, and how its world is looked at. Each test has a database of
 * its own.
 */
@Tag("integration")
public abstract class AgentContract {

    private final SettableClock clock = SettableClock.onMondayMorning();
    private HikariDataSource database;
    private AgentHarness harness;
    private CapabilityTable table;

    /** A call that is done when it comes: its input, and the quotes the person agreed to. */
    public record Example(String capability, Object input, Quote... agreed) {}

    /** The agent's name: its schema is called the same. */
    protected abstract String name();

    /** The agent over this database, which has its tables, by this clock. */
    protected abstract Agent agent(DataSource database, Clock clock);

    /**
     * At least one call for each write that can be prepared, ready to be done; prepared by calling
     * the harness (search, quote, hold).
     */
    protected abstract List<Example> writes(AgentHarness harness);

    /** The business as it is now, equal exactly when nothing has happened in between. */
    protected abstract Object world(DataSource database);

    protected final AgentHarness harness() {
        return harness;
    }

    protected final SettableClock clock() {
        return clock;
    }

    protected final DataSource database() {
        return database;
    }

    @BeforeEach
    final void openDatabase() {
        database = TestDatabase.forAgent(name());
        Agent agent = agent(database, clock);
        harness = AgentHarness.on(agent, database, clock);
        table = new CapabilityTable(agent.capabilities(), new JsonSchemas());
    }

    @AfterEach
    final void closeDatabase() {
        database.close();
    }

    @Test
    void has_a_table_under_its_own_name() {
        assertThat(table.agent()).isEqualTo(name());
        assertThat(table.rows()).isNotEmpty();
    }

    @Test
    void describes_every_capability_for_people_and_models() {
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.capability().description()).isNotBlank());
    }

    @Test
    void every_input_is_a_closed_object() {
        assertThat(table.rows())
                .allSatisfy(
                        row ->
                                assertThat(row.inputSchema())
                                        .contains("\"additionalProperties\":false"));
    }

    @Test
    void an_input_that_does_not_fit_is_refused_and_named() {
        for (CapabilityTable.Row row : table.rows()) {
            Object before = world(database);
            Reply reply = harness.call(row.capability().name(), "{\"noSuchProperty\":1}");
            assertThat(reply.failure()).isEqualTo(FailureKind.INVALID);
            assertThat(AgentHarness.failure(reply).getMessage())
                    .startsWith("Input of '" + row.capability().name() + "' does not fit at")
                    .contains("noSuchProperty");
            assertThat(world(database)).isEqualTo(before);
        }
    }

    @Test
    void the_same_task_twice_has_one_effect_and_one_reply() {
        for (Example example : writes(harness)) {
            TaskRequested task = task(example);
            Object untouched = world(database);
            Reply first = harness.deliver(task);
            assertThat(first.failure()).as("%s", first.record()).isNull();
            Object after = world(database);
            assertThat(after).as("the effect of %s", example.capability()).isNotEqualTo(untouched);

            Reply second = harness.deliver(task);
            assertThat(second.record()).isEqualTo(first.record());
            assertThat(second.remembered()).isTrue();
            assertThat(world(database)).isEqualTo(after);
        }
    }

    @Test
    void what_was_cancelled_before_never_happens() {
        for (Example example : writes(harness)) {
            TaskRequested task = task(example);
            Object before = world(database);
            assertThat(harness.cancel(task).failure()).isEqualTo(FailureKind.CANCELLED);
            assertThat(harness.deliver(task).failure()).isEqualTo(FailureKind.CANCELLED);
            assertThat(world(database)).isEqualTo(before);
        }
    }

    @Test
    void what_has_happened_is_said_when_it_is_cancelled_too_late() {
        for (Example example : writes(harness)) {
            TaskRequested task = task(example);
            Reply done = harness.deliver(task);
            assertThat(harness.cancel(task).record()).isEqualTo(done.record());
        }
    }

    @Test
    void what_binds_or_pays_does_not_happen_without_consent() {
        for (Example example : writes(harness)) {
            boolean needed =
                    table.rows().stream()
                            .map(CapabilityTable.Row::capability)
                            .filter(row -> row.name().equals(example.capability()))
                            .anyMatch(row -> row.effect().needsConsent());
            if (needed) {
                Object before = world(database);
                Reply reply = harness.call(example.capability(), example.input());
                assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("CONSENT_MISMATCH");
                assertThat(world(database)).isEqualTo(before);
            }
        }
    }

    private TaskRequested task(Example example) {
        TestTasks task = harness.task(example.capability()).input(example.input());
        return example.agreed().length == 0
                ? task.build()
                : task.terms(TestTerms.agreed("p_test", example.agreed())).build();
    }
}
