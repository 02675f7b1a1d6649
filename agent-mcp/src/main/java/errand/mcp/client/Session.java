package errand.mcp.client;

import errand.mcp.settings.ServerSettings;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One session with a server, from its handshake until it is closed or lost. */
final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Bytes of one message; what is larger is no answer that a plan could use. */
    private static final int LONGEST_MESSAGE = 8 * 1024 * 1024;

    private static final int MOST_PAGES = 50;
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(3);

    /** Calls are timed by whoever makes them; this only keeps the client from piling them up. */
    private static final Duration LONGEST_CALL = Duration.ofHours(1);

    private final McpAsyncClient client;
    private final CompletableFuture<Void> lost;

    private Session(McpAsyncClient client, CompletableFuture<Void> lost) {
        this.client = client;
        this.lost = lost;
    }

    /**
     * Starts the program or reaches the URL, and shakes hands.
     *
     * @param toolsChanged called when the server says that its tools are others now
     * @throws Exception why there is no session
     */
    static Session open(String agent, ServerSettings server, Duration within, Runnable toolsChanged)
            throws Exception {
        McpClientTransport transport =
                server.command() == null
                        ? http(server)
                        : new Program(agent, server, LONGEST_MESSAGE);
        McpAsyncClient client =
                McpClient.async(transport)
                        .clientInfo(
                                McpSchema.Implementation.builder("errand-agent-" + agent, "1")
                                        .build())
                        .requestTimeout(LONGEST_CALL)
                        .initializationTimeout(within)
                        .toolsChangeConsumer(
                                tools -> {
                                    toolsChanged.run();
                                    return Mono.empty();
                                })
                        .build();
        try {
            McpSchema.InitializeResult unused = answer(client.initialize(), within);
            return new Session(
                    client,
                    transport instanceof Program program
                            ? program.ended()
                            : new CompletableFuture<>());
        } catch (Exception e) {
            close(client);
            throw e;
        }
    }

    private static McpClientTransport http(ServerSettings server) {
        URI url = URI.create(Objects.requireNonNull(server.url()));
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return HttpClientStreamableHttpTransport.builder(
                        url.getScheme() + "://" + url.getRawAuthority())
                .endpoint(path + query)
                .jsonMapper(McpJsonDefaults.getMapper())
                .maxResponseSize(LONGEST_MESSAGE)
                // Headers may hold a secret: it goes to this server only.
                .customizeClient(http -> http.followRedirects(HttpClient.Redirect.NEVER))
                .httpRequestCustomizer(
                        (request, method, uri, body, context) ->
                                server.headers().forEach(request::setHeader))
                .build();
    }

    /** All pages of its tools. */
    Offers offers(Duration within) throws Exception {
        List<Tool> tools = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            McpSchema.ListToolsResult listed =
                    answer(cursor == null ? client.listTools() : client.listTools(cursor), within);
            listed.tools().forEach(tool -> tools.add(Tool.of(tool)));
            cursor = listed.nextCursor();
            if (cursor == null || cursor.isEmpty()) {
                break;
            }
        }
        return new Offers(client.getServerInfo().version(), tools);
    }

    /**
     * Calls a tool. The answer is the protocol's result as JSON; it fails with {@link SessionLost}
     * when the server's process ends meanwhile, and with the client's own exceptions otherwise.
     */
    CompletableFuture<JsonNode> call(String tool, ObjectNode arguments) {
        Map<String, Object> map = JSON.convertValue(arguments, Types.MAP);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        lost.thenRun(() -> answer.completeExceptionally(new SessionLost()));
        client.callTool(new McpSchema.CallToolRequest(tool, map))
                .subscribe(
                        result -> answer.complete(JSON.valueToTree(result)),
                        answer::completeExceptionally,
                        () -> answer.completeExceptionally(new SessionLost()));
        return answer;
    }

    void ping(Duration within) throws Exception {
        Object unused = answer(client.ping(), within);
    }

    /** Completes when the server's process has ended; never for a URL. */
    CompletableFuture<Void> lost() {
        return lost;
    }

    private static <T> T answer(Mono<T> question, Duration within) throws Exception {
        CompletableFuture<T> answer = question.toFuture();
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception why ? why : e;
        } catch (TimeoutException e) {
            throw new TimeoutException("no answer within " + within.toMillis() + " ms");
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        lost.complete(null);
        close(client);
    }

    private static void close(McpAsyncClient client) {
        try {
            client.closeGracefully().block(CLOSES_WITHIN);
        } catch (RuntimeException e) {
            LOG.debug("A session did not close in good order", e);
        }
    }
}
