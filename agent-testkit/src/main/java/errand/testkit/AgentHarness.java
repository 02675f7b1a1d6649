package errand.testkit;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.common.Failure;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.moments.Moments;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.AgentJson;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.EndedPlans;
import errand.runtime.work.InMemoryInbox;
import errand.runtime.work.Inbox;
import errand.runtime.work.Migrations;
import errand.runtime.work.PostgresInbox;
import errand.runtime.work.Reply;
import errand.runtime.work.TaskWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An agent with the runtime's real task work around it, called directly: no Kafka, no Spring. */
public final class AgentHarness {

    private final TaskWork work;
    private final Clock clock;

    private AgentHarness(Agent agent, Inbox inbox, Clock clock) {
        JsonSchemas schemas = new JsonSchemas();
        CapabilityTable table = new CapabilityTable(agent.capabilities(), schemas);
        this.clock = clock;
        this.work =
                TaskWork.of(
                        table,
                        schemas,
                        inbox,
                        clock,
                        Moments.none(),
                        new EndedPlans(Duration.ofHours(1)));
    }

    /** On a real database, which is migrated first, on a Monday morning. */
    public static AgentHarness on(Agent agent, DataSource data) {
        return on(agent, data, SettableClock.onMondayMorning());
    }

    public static AgentHarness on(Agent agent, DataSource data, Clock clock) {
        Migrations.migrate(data, agent.capabilities().agent());
        return new AgentHarness(
                agent, new PostgresInbox(data, new JdbcTransactionManager(data)), clock);
    }

    /** With an inbox in memory, for businesses in memory. */
    public static AgentHarness inMemory(Agent agent, InMemoryInbox inbox, Clock clock) {
        return new AgentHarness(agent, inbox, clock);
    }

    public TaskWork work() {
        return work;
    }

    /** A task of the agent, for now by the harness's clock. */
    public TestTasks task(String capability) {
        return TestTasks.of(capability).at(Instant.now(clock));
    }

    /** Calls a capability that needs no consent; see {@link TestTasks#input} for the input. */
    public Reply call(String capability, Object input) {
        return deliver(task(capability).input(input).build());
    }

    /** Calls a capability under the person's consent to these quotes. */
    public Reply callAgreed(String capability, Object input, Quote... quotes) {
        return deliver(
                task(capability).input(input).terms(TestTerms.agreed("p_test", quotes)).build());
    }

    /** Calls a declared undo. */
    public Reply undo(String capability, Object input) {
        return deliver(task(capability).input(input).undoing(capability).build());
    }

    public Reply deliver(TaskRequested task) {
        try {
            return work.handle(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while at " + task.getTaskId(), e);
        }
    }

    public Reply cancel(TaskRequested task) {
        try {
            return work.handle(TestTasks.cancel(task));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while cancelling", e);
        }
    }

    /** The output of a task that was done; anything else is an assertion error that says why. */
    public static <T> T output(Reply reply, Class<T> type) {
        if (reply.record() instanceof TaskSucceeded done) {
            return AgentJson.read(done.getOutput(), type);
        }
        throw new AssertionError("Not done: " + reply.record());
    }

    /** Why a task was refused or failed; an assertion error when it was done. */
    public static Failure failure(Reply reply) {
        return switch (reply.record()) {
            case TaskRefused refused -> refused.getFailure();
            case TaskFailed failed -> failed.getFailure();
            default -> throw new AssertionError("It was done: " + reply.record());
        };
    }
}
