package errand.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks a registry over HTTP: each address in turn, and all of them once more when none could be
 * reached. Repeating is safe, every call of the REST API that we use is idempotent.
 */
final class RegistryHttp {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int TRIES = 2;

    private final JsonMapper json = JsonMapper.shared();
    private final List<String> addresses;
    private final @Nullable String credentials;
    private final Duration answerWithin;
    private final HttpClient http;

    RegistryHttp(String urls, @Nullable String userInfo, Duration answerWithin) {
        this.addresses =
                Arrays.stream(urls.split(","))
                        .map(url -> url.strip().replaceAll("/+$", ""))
                        .filter(url -> !url.isEmpty())
                        .toList();
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(
                    "schema.registry.url is empty: give the registry's address, such as http://127.0.0.1:8081.");
        }
        this.credentials = userInfo == null ? null : basic(userInfo);
        this.answerWithin = answerWithin;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    String addresses() {
        return String.join(",", addresses);
    }

    Answer get(String path) {
        return ask("GET", path, null);
    }

    Answer send(String method, String path, JsonNode body) {
        return ask(method, path, body);
    }

    /**
     * What the registry said.
     *
     * @param status HTTP status
     * @param body its JSON; a missing node when there was none
     */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status / 100 == 2;
        }

        boolean isUnknown() {
            return status == 404;
        }

        String message() {
            return body.path("message").asString("no reason given") + " (HTTP " + status + ")";
        }
    }

    private Answer ask(String method, String path, @Nullable JsonNode body) {
        IOException last = null;
        for (int attempt = 0; attempt < TRIES * addresses.size(); attempt++) {
            URI uri = URI.create(addresses.get(attempt % addresses.size()) + path);
            try {
                Answer answer = once(method, uri, body);
                if (answer.status() / 100 != 5) {
                    return answer;
                }
                last = new IOException(uri + " answered " + answer.message());
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw new RegistryUnavailable(
                "The schema registry at %s cannot be reached (%s). Check that it runs and that schema.registry.url is right."
                        .formatted(addresses(), reason(last)),
                last == null ? new IOException("no address") : last);
    }

    private Answer once(String method, URI uri, @Nullable JsonNode body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(answerWithin)
                        .header("Accept", MEDIA_TYPE)
                        .header("Content-Type", MEDIA_TYPE)
                        .method(method, publisher(body));
        if (credentials != null) {
            request.header("Authorization", credentials);
        }
        try {
            HttpResponse<String> response =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), parsed(response.body(), uri));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable(
                    "Interrupted while asking the schema registry at " + uri + ".", interrupted);
        }
    }

    private HttpRequest.BodyPublisher publisher(@Nullable JsonNode body) {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private JsonNode parsed(String body, URI uri) throws IOException {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            throw new IOException(uri + " did not answer with JSON: is it a registry?", notJson);
        }
    }

    private static String reason(@Nullable IOException failed) {
        if (failed == null) {
            return "no address";
        }
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    private static String basic(String userInfo) {
        return "Basic "
                + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
