package errand.embedded.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API: paths, bodies and error codes are Confluent's. */
final class RegistryApi implements HttpHandler {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Logger LOG = LoggerFactory.getLogger(RegistryApi.class);

    private final JsonMapper json = JsonMapper.shared();
    private final Registrations registrations;

    RegistryApi(Registrations registrations) {
        this.registrations = registrations;
    }

    /** What was asked; parts of the path are decoded. */
    private record Call(String method, List<String> path, String query, JsonNode body) {

        String part(int index) {
            return index < path.size() ? path.get(index) : "";
        }

        /** Method and the fixed parts of the path. */
        String shape() {
            StringBuilder shape = new StringBuilder(method);
            for (int index = 0; index < path.size(); index++) {
                boolean fixed = index % 2 == 0 || path.get(0).equals("schemas") && index == 1;
                shape.append(fixed ? "/" + path.get(index) : "/*");
            }
            return shape.toString();
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            try {
                send(exchange, 200, answer(call(exchange, path)));
            } catch (Refusal refusal) {
                send(
                        exchange,
                        refusal.status(),
                        refused(refusal.code(), String.valueOf(refusal.getMessage())));
            } catch (RuntimeException failed) {
                LOG.warn("{} {} failed", exchange.getRequestMethod(), path, failed);
                send(exchange, 500, refused(50001, String.valueOf(failed)));
            }
        }
    }

    private Call call(HttpExchange exchange, String path) throws IOException {
        List<String> parts =
                Arrays.stream(path.split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(
                                part ->
                                        URLDecoder.decode(
                                                part.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .toList();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getQuery();
        try {
            JsonNode body = bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes);
            return new Call(exchange.getRequestMethod(), parts, query == null ? "" : query, body);
        } catch (JacksonException notJson) {
            throw Refusal.noSchema("the body is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private Object answer(Call call) {
        return switch (call.part(0)) {
            case "" -> Map.of();
            case "subjects" -> subjects(call);
            case "schemas" -> schemas(call);
            case "config" -> config(call);
            case "compatibility" -> compatibility(call);
            case "mode" -> mode(call);
            default -> throw notHere(call);
        };
    }

    private Object subjects(Call call) {
        String subject = call.part(1);
        return switch (call.shape()) {
            case "GET/subjects" -> registrations.subjects();
            case "POST/subjects/*" -> full(registrations.find(subject, schemaIn(call)));
            case "GET/subjects/*/versions" ->
                    IntStream.rangeClosed(1, registrations.versionsOf(subject).size())
                            .boxed()
                            .toList();
            case "POST/subjects/*/versions" ->
                    Map.of("id", registrations.register(subject, schemaIn(call)).id());
            case "GET/subjects/*/versions/*" -> full(registrations.version(subject, call.part(3)));
            case "GET/subjects/*/versions/*/schema" ->
                    json.readTree(registrations.version(subject, call.part(3)).schema());
            default -> throw notHere(call);
        };
    }

    private Object schemas(Call call) {
        if (call.shape().equals("GET/schemas/types")) {
            return List.of("AVRO");
        }
        if (!call.method().equals("GET") || !call.part(1).equals("ids")) {
            throw notHere(call);
        }
        int id = id(call.part(2));
        return switch (call.part(3)) {
            case "" -> Map.of("schema", registrations.schema(id));
            case "schema" -> json.readTree(registrations.schema(id));
            case "subjects" ->
                    registrations.uses(id).stream().map(Registrations.Version::subject).toList();
            case "versions" ->
                    registrations.uses(id).stream()
                            .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                            .toList();
            default -> throw notHere(call);
        };
    }

    private Object config(Call call) {
        String subject = call.part(1);
        String level = call.body().path("compatibility").asString("");
        return switch (call.shape()) {
            case "GET/config" -> level(registrations.rule());
            case "PUT/config" -> {
                registrations.setRule(null, Rule.named(level));
                yield Map.of("compatibility", registrations.rule().name());
            }
            case "GET/config/*" ->
                    level(
                            call.query().contains("defaultToGlobal=true")
                                    ? registrations.ruleOf(subject)
                                    : registrations.ownRule(subject));
            case "PUT/config/*" -> {
                registrations.setRule(subject, Rule.named(level));
                yield Map.of("compatibility", registrations.ownRule(subject).name());
            }
            case "DELETE/config/*" -> {
                Rule was = registrations.ownRule(subject);
                registrations.setRule(subject, null);
                yield level(was);
            }
            default -> throw notHere(call);
        };
    }

    private Object compatibility(Call call) {
        // POST /compatibility/subjects/{subject}/versions[/{version}]
        if (!call.method().equals("POST")
                || !call.part(1).equals("subjects")
                || !call.part(3).equals("versions")) {
            throw notHere(call);
        }
        String subject = call.part(2);
        Schema schema = schemaIn(call);
        List<Integer> judged =
                call.part(4).isEmpty()
                        ? registrations.versionsOf(subject)
                        : List.of(registrations.version(subject, call.part(4)).id());
        List<String> faults = registrations.faults(subject, schema, judged);
        return call.query().contains("verbose=true")
                ? Map.of("is_compatible", faults.isEmpty(), "messages", faults)
                : Map.of("is_compatible", faults.isEmpty());
    }

    private Object mode(Call call) {
        if (!call.method().equals("GET")) {
            throw notHere(call);
        }
        if (!call.part(1).isEmpty() && !call.query().contains("defaultToGlobal=true")) {
            throw Refusal.noMode(call.part(1));
        }
        return Map.of("mode", "READWRITE");
    }

    private Schema schemaIn(Call call) {
        String type = call.body().path("schemaType").asString("AVRO");
        if (!type.equals("AVRO")) {
            throw Refusal.noSchema("this registry keeps AVRO only, not " + type);
        }
        if (!call.body().path("references").isEmpty()) {
            throw Refusal.noSchema(
                    "this registry keeps self-contained schemas only: put the referenced ones inside");
        }
        return Registrations.parse(call.body().path("schema").asString(""));
    }

    private static Map<String, Object> full(Registrations.Version version) {
        return Map.of(
                "subject", version.subject(),
                "version", version.version(),
                "id", version.id(),
                "schema", version.schema());
    }

    private static Map<String, Object> level(Rule rule) {
        return Map.of("compatibilityLevel", rule.name());
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw Refusal.unknownSchema();
        }
    }

    private static Refusal notHere(Call call) {
        return Refusal.notHere(call.method(), "/" + String.join("/", call.path()));
    }

    private static Map<String, Object> refused(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }

    private void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
