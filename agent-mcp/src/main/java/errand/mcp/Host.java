package errand.mcp;

import errand.mcp.call.AgentContext;
import errand.mcp.call.Remote;
import errand.mcp.client.Link;
import errand.mcp.client.Offers;
import errand.mcp.result.Digest;
import errand.mcp.settings.McpProperties;
import errand.mcp.settings.ServerSettings;
import errand.mcp.table.Rows;
import errand.runtime.AgentApplication;
import errand.runtime.kafka.AgentOnKafka;
import errand.runtime.schema.JsonSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One server and its agent. The agent starts when the tools are known, stays while the server is
 * down, and is started anew when the tools have changed: an agent's table is read once.
 */
final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    private final String agent;
    private final ServerSettings server;
    private final String[] arguments;
    private final boolean database;
    private final MeterRegistry meters;
    private final Link link;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile Rows rows = new Rows(List.of(), Map.of());
    private String version = "";

    Host(
            String agent,
            ServerSettings server,
            McpProperties times,
            String[] arguments,
            boolean database,
            MeterRegistry meters) {
        this.agent = agent;
        this.server = server;
        this.arguments = arguments.clone();
        this.database = database;
        this.meters = meters;
        this.link = new Link(agent, server, times, this::offered);
    }

    void start() {
        link.start();
    }

    /** Completes when the agent takes tasks for the first time. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    String agent() {
        return agent;
    }

    boolean isUp() {
        return link.isUp();
    }

    String why() {
        return link.why();
    }

    Rows rows() {
        return rows;
    }

    /** The agent's part of this process; empty while the server's tools are not known. */
    Optional<ConfigurableApplicationContext> context() {
        return Optional.ofNullable(context).filter(ConfigurableApplicationContext::isActive);
    }

    /** Whether an agent that has been started takes tasks. */
    boolean takesTasks() {
        return context()
                .map(running -> running.getBean(AgentOnKafka.class).isConsuming())
                .orElse(true);
    }

    private void offered(Offers offers) {
        Rows now = Rows.of(server, offers, new JsonSchemas());
        String its = version(offers, now);
        if (context().isPresent() && its.equals(version)) {
            return;
        }
        now.leftOut()
                .forEach(
                        (tool, why) ->
                                LOG.warn(
                                        "Tool '{}' of agent '{}' is left out: {}",
                                        tool,
                                        agent,
                                        why));
        stopAgent();
        rows = now;
        context = started(now, its);
        version = its;
        settled.complete(null);
    }

    /** The server's version, and a part that changes with the table. */
    private static String version(Offers offers, Rows rows) {
        String said = offers.version().replaceAll("[^A-Za-z0-9._+-]", "");
        String brief = said.length() > 40 ? said.substring(0, 40) : said;
        return (brief.isEmpty() ? "0" : brief) + "-" + Digest.brief(rows.rows().toString());
    }

    private ConfigurableApplicationContext started(Rows rows, String version) {
        SpringApplication application = AgentApplication.of(AgentContext.class, agent);
        if (database) {
            application.addPrimarySources(List.of(AgentContext.Database.class));
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                starting -> {
                    var beans = starting.getBeanFactory();
                    beans.registerSingleton("meters", meters);
                    beans.registerSingleton(
                            "blueprint",
                            new AgentContext.Blueprint(
                                    agent, version, rows.rows(), remote(), link::isUp));
                });
        return application.run(own());
    }

    /** The process's own arguments, and what is this agent's whatever they say. */
    private String[] own() {
        List<String> own = new ArrayList<>(Arrays.asList(arguments));
        own.add("--spring.config.name=agent-" + McpApplication.NAME);
        own.add("--errand.agent.name=" + agent);
        own.add("--errand.agent.tables=" + McpApplication.NAME);
        own.add("--spring.application.name=agent-" + agent);
        own.add("--spring.datasource.hikari.schema=" + agent);
        return own.toArray(String[]::new);
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

    private void stopAgent() {
        ConfigurableApplicationContext running = context;
        context = null;
        if (running != null) {
            running.close();
        }
    }

    /** The agent first: what it has begun may still need the server. */
    @Override
    public void close() {
        stopAgent();
        link.close();
        stopAgent(); // in case that its tools changed at this very moment
    }
}
