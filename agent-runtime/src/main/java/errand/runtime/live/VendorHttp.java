package errand.runtime.live;

import errand.agent.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls one vendor's HTTP API and gets JSON. Everything that may pass by itself is a {@link
 * TransientFailure}: no connection, no answer in time, 408, 429, 5xx, and an answer that is no JSON
 * (a proxy's page, most likely). No message, exception or log line of it holds a query or a body:
 * keys stand there. Redirects are not followed; an answer may have 4 MiB.
 */
public final class VendorHttp {

    /** Stable codes of failures. */
    public static final String UNREACHABLE = "VENDOR_UNREACHABLE";

    public static final String NO_ANSWER = "VENDOR_NO_ANSWER";
    public static final String BUSY = "VENDOR_BUSY";
    public static final String BROKEN = "VENDOR_BROKEN";
    public static final String MALFORMED = "VENDOR_MALFORMED_ANSWER";

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String vendor;
    private final URI base;
    private final Duration within;
    private final HttpClient client;

    /**
     * @param vendor as people know it, for messages
     * @param base scheme, host and perhaps a path; no query
     * @param within from the call until the last byte of its answer
     */
    public VendorHttp(String vendor, URI base, Duration within) {
        this.vendor = vendor;
        this.base = base;
        this.within = within;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(within)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * @param path from the base on, such as {@code /v3/geocode/geo}
     * @param query encoded here
     */
    public JsonNode get(String path, Map<String, String> query) {
        String asked = query.isEmpty() ? "" : "?" + form(query);
        return call(path, request(path + asked).GET().build());
    }

    /** A form, as vendors of open platforms take it. */
    public JsonNode post(String path, Map<String, String> fields) {
        return call(
                path,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                        .build());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .timeout(within)
                .header("Accept", "application/json");
    }

    private JsonNode call(String path, HttpRequest request) {
        Answer answer = answer(path, request);
        int status = answer.status();
        if (status == 429 || status == 503) {
            throw passing(BUSY, path, "asks to come back later (HTTP %d)".formatted(status));
        }
        if (status == 408 || status >= 500) {
            throw passing(BROKEN, path, "fails (HTTP %d)".formatted(status));
        }
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json.isObject() || json.isArray()) {
                return json;
            }
        } catch (JacksonException e) {
            // Said below, without what it holds.
        }
        throw passing(
                MALFORMED,
                path,
                "answers something that is no JSON (HTTP %d, %d bytes)"
                        .formatted(status, answer.body().length));
    }

    private record Answer(int status, byte[] body) {}

    private Answer answer(String path, HttpRequest request) {
        var call =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(VendorHttp::read, Thread::startVirtualThread);
        try {
            return call.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw late(path);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw passing(NO_ANSWER, path, "was not waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw late(path);
            }
            throw passing(UNREACHABLE, path, "cannot be reached");
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            return new Answer(response.statusCode(), body.length > MOST_BYTES ? new byte[0] : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TransientFailure late(String path) {
        return passing(NO_ANSWER, path, "did not answer within %d ms".formatted(within.toMillis()));
    }

    private TransientFailure passing(String code, String path, String what) {
        return new TransientFailure(
                code, "%s %s at %s; it is tried again.".formatted(vendor, what, path));
    }

    /** {@code a=1&b=%E6%9D%AD}, in the order of the map. */
    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
