package errand.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The orchestrator's HTTP API as commands use it. */
record Api(String url) {

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** A problem that the API tells becomes a complaint with its own words. */
    JsonNode get(String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Accept", "application/json, application/problem+json")
                            .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Complaint(problem(response.statusCode(), response.body()));
            }
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw nobody(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted", e);
        }
    }

    /** Posts JSON; like {@link #get}, every refusal becomes a complaint. */
    JsonNode post(String path, Map<String, ?> body) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, application/problem+json")
                            .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
                            .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Complaint(problem(response.statusCode(), response.body()));
            }
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw nobody(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted", e);
        }
    }

    /** Whether somebody is there at all. */
    static boolean answers(String url) {
        try {
            new Api(url).get("/actuator/health/liveness");
            return true;
        } catch (Complaint nobody) {
            return false;
        }
    }

    private Complaint nobody(IOException e) {
        return new Complaint(
                "Nothing answers at %s. Start it: ./errand up, or say where: --port N"
                        .formatted(url),
                e);
    }

    private static String problem(int status, String body) {
        try {
            var problem = Json.MAPPER.readTree(body);
            var detail = problem.path("detail").asString(problem.path("title").asString(""));
            if (!detail.isEmpty()) {
                return "%s (HTTP %d)".formatted(detail, status);
            }
        } catch (JacksonException e) {
            // Not a problem document; the number must do.
        }
        return "The API answers with HTTP %d".formatted(status);
    }
}
