package errand.mcp.client;

import errand.mcp.settings.ServerSettings;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * A server that is a process of ours. It gets none of this process's environment but the few
 * variables that every program needs, and what its settings say: secrets of others stay here.
 */
final class Program extends StdioClientTransport {

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Program(String agent, ServerSettings server, int longestMessage) {
        super(parameters(server), McpJsonDefaults.getMapper(), longestMessage);
        var log = LoggerFactory.getLogger("errand.mcp.stderr." + agent);
        setStdErrorHandler(new Stderr(line -> log.info("{}", line), System::nanoTime));
    }

    private static ServerParameters parameters(ServerSettings server) {
        return ServerParameters.builder(Objects.requireNonNull(server.command()))
                .args(server.args())
                .env(server.env())
                .build();
    }

    @Override
    protected ProcessBuilder getProcessBuilder() {
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().clear();
        return builder;
    }

    /** Completes when the process is gone; to be called once it is connected. */
    CompletableFuture<Void> ended() {
        Thread.ofVirtual()
                .name("mcp-exit")
                .start(
                        () -> {
                            try {
                                awaitForExit();
                            } finally {
                                ended.complete(null);
                            }
                        });
        return ended;
    }
}
