package errand.local.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page that listens to a conversation, until it or the node is gone. */
final class Listening implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /**
     * @param after the id of the last event that was heard; empty to hear all
     */
    Listening(String node, String conversationId, String after) {
        var request =
                HttpRequest.newBuilder(
                        URI.create(
                                "%s/api/conversations/%s/events".formatted(node, conversationId)));
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        Thread.startVirtualThread(() -> listen(request.build()));
    }

    private void listen(HttpRequest request) {
        try {
            http.send(request, BodyHandlers.ofLines()).body().forEach(this::hear);
        } catch (IOException | UncheckedIOException gone) {
            // As pages do: what was heard so far counts.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String line) {
        if (line.startsWith("id: ")) {
            told.add(line);
        } else if (!line.isEmpty() && !line.startsWith(":") && !told.isEmpty()) {
            told.set(told.size() - 1, told.getLast() + "\n" + line);
        }
    }

    /** Event by event, each with its id first. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** The id of the last event of which all has arrived. */
    String lastId() {
        return told.getLast().lines().findFirst().orElseThrow().substring("id: ".length());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
