package errand.mcp.call;

import com.zaxxer.hikari.HikariDataSource;
import errand.common.Terms;
import errand.events.TaskRequested;
import errand.mcp.client.Link;
import errand.mcp.client.Offers;
import errand.mcp.settings.McpProperties;
import errand.mcp.settings.ServerSettings;
import errand.mcp.table.Rows;
import errand.runtime.schema.JsonSchemas;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import errand.testkit.TestTerms;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server as an agent on a real database, with the runtime's own logic and without Kafka. */
final class Shop implements AutoCloseable {

    private static final McpProperties TIMES =
            new McpProperties(
                    Map.of(),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(2));

    private final HikariDataSource database = TestDatabase.forAgent("mcp");
    private final SettableClock clock = SettableClock.onMondayMorning();
    private final BlockingQueue<Offers> offers = new LinkedBlockingQueue<>();
    private final Link link;
    private final Rows rows;
    private final SentCalls calls;
    private final McpAgent agent;

    Shop(ServerSettings server) throws InterruptedException {
        link = new Link("mcp", server, TIMES, offers::add);
        link.start();
        rows = Rows.of(server, offered(), new JsonSchemas());
        calls = new SentCallsInPostgres(database, new JdbcTransactionManager(database));
        agent = new McpAgent("mcp", "1", rows.rows(), remote(), calls, link::isUp);
    }

    /** What the server offers next. */
    Offers offered() throws InterruptedException {
        return Objects.requireNonNull(
                offers.poll(30, TimeUnit.SECONDS), () -> "nothing offered: " + link.why());
    }

    private Remote remote() {
        return new Remote() {
            @Override
            public CompletableFuture<JsonNode> call(String tool, ObjectNode arguments) {
                return link.call(tool, arguments);
            }

            @Override
            public void needed() {
                if (!link.isUp()) {
                    throw link.down();
                }
            }
        };
    }

    Link link() {
        return link;
    }

    Rows rows() {
        return rows;
    }

    SentCalls calls() {
        return calls;
    }

    SettableClock clock() {
        return clock;
    }

    McpAgent agent() {
        return agent;
    }

    /** An agent process as it is after a crash: it knows what the database knows. */
    AgentHarness harness() {
        return AgentHarness.on(agent, database, clock);
    }

    /** A task that the person agreed to. */
    TaskRequested agreed(String capability, String input) {
        Terms terms =
                TestTerms.of(
                        "{\"items\":[],\"planId\":\"p_test\",\"total\":{\"amount\":0,\"currency\":\"CNY\"}}");
        return harness().task("mcp." + capability).input(input).terms(terms).build();
    }

    @Override
    public void close() {
        link.close();
        database.close();
    }
}
