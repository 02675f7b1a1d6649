package errand.bench.micro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry that knows whatever it is asked for. Serialisers ask once for each schema and remember
 * the answer; then it is needed no more.
 */
final class MicroRegistry implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();

    MicroRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(here(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/subjects/", this::idOf);
        server.createContext("/schemas/ids/", this::schema);
        server.start();
    }

    private static InetAddress here() {
        return InetAddress.getLoopbackAddress();
    }

    SchemaRegistry client() {
        return new SchemaRegistry("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void idOf(HttpExchange exchange) throws IOException {
        String schema =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("schema").asString();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        answer(exchange, Map.of("id", schemas.indexOf(schema) + 1));
    }

    private synchronized void schema(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, Map.of("schema", schemas.get(id - 1)));
    }

    private static void answer(HttpExchange exchange, Object answer) throws IOException {
        try (exchange) {
            byte[] text = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
