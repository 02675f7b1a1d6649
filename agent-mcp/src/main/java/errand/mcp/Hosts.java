package errand.mcp;

import errand.mcp.settings.McpProperties;
import errand.mcp.settings.Servers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All servers of this process; a server that is away keeps none of the others from starting. */
final class Hosts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);

    private final List<Host> hosts;
    private final McpProperties times;
    private volatile boolean running;

    Hosts(
            Servers servers,
            McpProperties times,
            String[] arguments,
            boolean database,
            MeterRegistry meters) {
        this.times = times;
        this.hosts =
                servers.byAgent().entrySet().stream()
                        .map(
                                each ->
                                        new Host(
                                                each.getKey(),
                                                each.getValue(),
                                                times,
                                                arguments,
                                                database,
                                                meters))
                        .toList();
        for (Host host : hosts) {
            Gauge.builder("errand.mcp.up", host, each -> each.isUp() ? 1 : 0)
                    .description("Whether the MCP server of an agent answers")
                    .tag("agent", host.agent())
                    .register(meters);
        }
    }

    List<Host> all() {
        return hosts;
    }

    @Override
    public void start() {
        running = true;
        hosts.forEach(Host::start);
        try {
            CompletableFuture.allOf(
                            hosts.stream().map(Host::settled).toArray(CompletableFuture<?>[]::new))
                    .get(times.startWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            hosts.stream()
                    .filter(host -> !host.settled().isDone())
                    .forEach(
                            host ->
                                    LOG.warn(
                                            "Agent '{}' is not here yet: {}. It joins when its MCP server answers.",
                                            host.agent(),
                                            host.why()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
            hosts.forEach(host -> closers.execute(host::close));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
