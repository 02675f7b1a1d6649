package errand.orchestrator.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of the REST API that clients make, in memory; counts what it was asked. */
final class StubRegistry implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private final Map<String, String> rules = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    public StubRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of every request so far. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    public synchronized Map<String, List<Integer>> subjects() {
        return new TreeMap<>(subjects);
    }

    public synchronized Map<String, String> rules() {
        return new TreeMap<>(rules);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path =
                URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
        asked.add(method + " " + path);
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes);
        @Nullable Object answer = answer(method, path.split("/"), body);
        byte[] text =
                json.writeValueAsBytes(
                        answer == null
                                ? Map.of("error_code", 40403, "message", "unknown")
                                : answer);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private @Nullable Object answer(String method, String[] path, JsonNode body) {
        return switch (method + " " + path[1]) {
            case "GET schemas" -> schema(Integer.parseInt(path[3]));
            case "POST subjects" ->
                    subject(path[2], body.path("schema").asString(), path.length > 3);
            case "PUT config" -> {
                rules.put(path[2], body.path("compatibility").asString());
                yield Map.of("compatibility", rules.get(path[2]));
            }
            case "GET config" ->
                    rules.containsKey(path[2])
                            ? Map.of("compatibilityLevel", rules.get(path[2]))
                            : null;
            default -> null;
        };
    }

    private @Nullable Object schema(int id) {
        return id <= schemas.size() ? Map.of("schema", schemas.get(id - 1)) : null;
    }

    private @Nullable Object subject(String subject, String schema, boolean register) {
        if (register && !schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        List<Integer> ids = subjects.getOrDefault(subject, List.of());
        if (register && !ids.contains(id)) {
            subjects.computeIfAbsent(subject, _ -> new ArrayList<>()).add(id);
        }
        return register || ids.contains(id) ? Map.of("id", id, "subject", subject) : null;
    }
}
