package errand.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's HTTP API on this machine, for tests of live adapters: answers as the test says, and
 * keeps what was asked.
 */
public final class VendorStub implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Asked, Answer>> paths = new LinkedHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private VendorStub(HttpServer server) {
        this.server = server;
    }

    /**
     * One call.
     *
     * @param fields of the query and, for a form, of the body, decoded, in the order sent
     * @param body as sent
     */
    public record Asked(String method, String path, Map<String, String> fields, String body) {}

    /**
     * What the vendor answers.
     *
     * @param after how long it takes its time
     * @param cut whether the connection ends in the middle of the body
     */
    public record Answer(int status, String body, Duration after, boolean cut) {

        public static Answer json(String body) {
            return new Answer(200, body, Duration.ZERO, false);
        }

        public static Answer status(int status, String body) {
            return new Answer(status, body, Duration.ZERO, false);
        }

        public Answer after(Duration wait) {
            return new Answer(status, body, wait, cut);
        }

        public Answer cutOff() {
            return new Answer(status, body, after, true);
        }
    }

    public static VendorStub start() {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            VendorStub stub = new VendorStub(HttpServer.create(here, 0));
            stub.server.setExecutor(stub.threads);
            stub.server.createContext("/", stub::serve);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code http://127.0.0.1:port}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this path is answered so; any other is 404. */
    public VendorStub on(String path, Function<Asked, Answer> answer) {
        paths.put(path, answer);
        return this;
    }

    /** All calls so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked call = call(exchange);
            asked.add(call);
            Answer answer =
                    paths.getOrDefault(call.path(), any -> Answer.status(404, "{}")).apply(call);
            Thread.sleep(answer.after());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body, 0, answer.cut() ? body.length / 2 : body.length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Asked call(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        URI uri = exchange.getRequestURI();
        add(fields, uri.getRawQuery());
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            add(fields, body);
        }
        return new Asked(exchange.getRequestMethod(), uri.getPath(), fields, body);
    }

    private static void add(Map<String, String> fields, @Nullable String form) {
        if (form == null || form.isEmpty()) {
            return;
        }
        Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                fields.put(
                                        decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
