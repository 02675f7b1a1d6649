package errand.orchestrator.planner.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model's server on this machine: speaks the wire, says what it was told to say. */
final class ModelStub implements AutoCloseable {

    static final String KEY = "sk-secret-of-the-test";
    static final String NAME = "stub-1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What it does with one request. */
    interface Turn {
        void on(HttpExchange exchange) throws IOException;
    }

    final Queue<JsonNode> requests = new ConcurrentLinkedQueue<>();

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    ModelStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** The reply to the next request that has none yet. */
    ModelStub says(String content) {
        return then(exchange -> send(exchange, 200, completion(content)));
    }

    ModelStub fails(int status, String body) {
        return then(exchange -> send(exchange, status, body));
    }

    /** Never ends, though something comes now and then. */
    ModelStub drips() {
        return then(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    await();
                });
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ModelStub then(Turn turn) {
        turns.add(turn);
        return this;
    }

    private synchronized Turn next() {
        return turns.isEmpty()
                ? exchange -> send(exchange, 500, "{\"error\":{\"message\":\"nothing to say\"}}")
                : turns.remove();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            List<String> keys = exchange.getRequestHeaders().get("Authorization");
            if (!exchange.getRequestMethod().equals("POST")
                    || keys == null
                    || !keys.equals(List.of("Bearer " + KEY))) {
                send(exchange, 401, "{\"error\":{\"message\":\"Incorrect key " + keys + "\"}}");
            } else if (!request.path("model").asString("").equals(NAME)) {
                send(exchange, 404, "{\"error\":{\"message\":\"no such model\"}}");
            } else {
                next().on(exchange);
            }
        }
    }

    static String completion(String content) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1790000000);
        node.put("model", NAME);
        ObjectNode choice = node.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        node.putObject("usage")
                .put("prompt_tokens", 1200)
                .put("completion_tokens", 80)
                .put("total_tokens", 1280);
        return node.toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
