package errand.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A page that listens to a conversation, on a virtual thread and a plain socket: some 20 KB each.
 * It asks by HTTP/1.0, so the answer ends with the connection and is not cut into chunks.
 */
final class Listener implements AutoCloseable {

    private static final int CONNECT_WITHIN_MS = 30_000;
    private static final int CHARS = 1024;

    private final URI api;
    private final String conversation;
    private final Heard heard;
    private final Seen seen = new Seen();
    private volatile String lastId = "";
    private volatile long openedAt;
    private @Nullable Socket socket;
    private @Nullable Thread reader;

    /** Who is told of each event as it comes. */
    interface Heard {
        void event(Listener by, EventReader.Event event, long nanos);
    }

    Listener(String api, String conversation, Heard heard) {
        this.api = URI.create(api);
        this.conversation = conversation;
        this.heard = heard;
    }

    String conversation() {
        return conversation;
    }

    Seen seen() {
        return seen;
    }

    /** When the present connection was asked for, in nanoseconds of this JVM. */
    long openedAt() {
        return openedAt;
    }

    /** Connects, after the last event that came; returns once the service has taken it on. */
    synchronized void open() throws IOException {
        openedAt = System.nanoTime();
        var connection = new Socket(api.getHost(), api.getPort());
        socket = connection;
        connection.setTcpNoDelay(true);
        connection.setSoTimeout(CONNECT_WITHIN_MS);
        connection.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
        var lines =
                new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8),
                        CHARS);
        String status = lines.readLine();
        if (status == null || !status.contains(" 200")) {
            throw new IOException("The stream of %s answers %s".formatted(conversation, status));
        }
        for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
            line = lines.readLine();
        }
        reader = Thread.ofVirtual().name("listener").start(() -> read(lines));
    }

    private String request() {
        String resume = lastId.isEmpty() ? "" : "Last-Event-ID: %s\r\n".formatted(lastId);
        return "GET /api/conversations/%s/events HTTP/1.0\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n%s\r\n"
                .formatted(conversation, api.getHost(), api.getPort(), resume);
    }

    private void read(BufferedReader lines) {
        var events = new EventReader(this::event);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.line(line);
            }
        } catch (IOException gone) {
            // Closed here, or cut off: what is missing then shows.
        }
    }

    private void event(EventReader.Event event) {
        long now = System.nanoTime();
        if (!event.id().isEmpty()) {
            seen.add(Place.of(event.id()));
            lastId = event.id();
        }
        heard.event(this, event, now);
    }

    /** Breaks the connection, as a page does that goes out of reach. */
    @Override
    public synchronized void close() {
        try {
            if (socket != null) {
                socket.close();
            }
            if (reader != null) {
                reader.join();
            }
        } catch (IOException e) {
            // It is gone either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
