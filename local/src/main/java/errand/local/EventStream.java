package errand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The events of a conversation as they come (server-sent events, WHATWG HTML §9.2), on a thread of
 * its own; a connection that breaks is opened again where it was.
 */
final class EventStream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Consumer<Event> to;
    private volatile boolean closed;
    private @Nullable String id;
    private String name = "message";
    private final StringBuilder data = new StringBuilder();

    /** One event. */
    record Event(@Nullable String id, String name, JsonNode data) {
        String json() {
            var line = Json.MAPPER.createObjectNode();
            line.put("id", id);
            line.put("event", name);
            line.set("data", data);
            return line.toString();
        }
    }

    private EventStream(URI address, Consumer<Event> to) {
        this.address = address;
        this.to = to;
    }

    static EventStream of(Api api, String conversation, Consumer<Event> to) {
        var stream =
                new EventStream(
                        URI.create(api.url() + "/api/conversations/" + conversation + "/events"),
                        to);
        Thread.ofVirtual().name("events").start(stream::run);
        return stream;
    }

    private void run() {
        while (!closed) {
            var request =
                    HttpRequest.newBuilder(address)
                            .header("Accept", "text/event-stream")
                            .header("Last-Event-ID", id == null ? "" : id);
            try (Stream<String> lines = http.send(request.build(), BodyHandlers.ofLines()).body()) {
                lines.forEach(this::line);
            } catch (IOException | UncheckedIOException away) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void line(String line) {
        if (line.isEmpty()) {
            if (!data.isEmpty()) {
                to.accept(new Event(id, name, Json.MAPPER.readTree(data.toString())));
            }
            data.setLength(0);
            name = "message";
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            default -> {
                // Comments and retry times.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }
}
