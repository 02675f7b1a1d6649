package errand.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept open from one request to the next (HTTP/1.1), as thin as it can be:
 * whoever measures takes no more of the machine than it must. It is opened again when the service
 * has closed it. For one thread.
 */
final class KeptConnection implements AutoCloseable {

    private static final int ANSWERS_WITHIN_MS = 30_000;
    private static final int MOST_CHARS_A_LINE = 8_192;

    private final URI api;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private int opened;

    KeptConnection(URI api) {
        this.api = api;
    }

    /** What came back; of a body what is there, decoded. */
    record Answer(int status, String body) {}

    /** A POST of JSON, as bytes that may be sent as often as one likes. */
    static byte[] post(URI api, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, api.getHost(), api.getPort(), body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    Answer send(byte[] request) throws IOException {
        Socket to = socket == null ? open() : socket;
        to.getOutputStream().write(request);
        InputStream from = in;
        if (from == null) {
            throw new IllegalStateException("Not open");
        }
        return answer(from);
    }

    private Socket open() throws IOException {
        var fresh = new Socket(api.getHost(), api.getPort());
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(ANSWERS_WITHIN_MS);
        in = new BufferedInputStream(fresh.getInputStream());
        socket = fresh;
        opened++;
        return fresh;
    }

    private Answer answer(InputStream from) throws IOException {
        String status = line(from);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(value(header));
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = value(header).equals("chunked");
            } else if (header.startsWith("connection:")) {
                closes = value(header).equals("close");
            }
        }
        String body = chunked ? chunks(from) : text(from.readNBytes(length), length);
        if (closes) {
            close();
        }
        return new Answer(code(status), body);
    }

    private static int code(String status) throws IOException {
        String[] words = status.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/")) {
            throw new IOException("No answer of HTTP: " + status);
        }
        return Integer.parseInt(words[1]);
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private static String chunks(InputStream from) throws IOException {
        var body = new StringBuilder();
        for (int size = size(from); size > 0; size = size(from)) {
            body.append(text(from.readNBytes(size), size));
            line(from);
        }
        line(from);
        return body.toString();
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from).split(";", 2)[0].strip(), 16);
    }

    private static String text(byte[] bytes, int expected) throws IOException {
        if (bytes.length < expected) {
            throw new EOFException("The connection ended within an answer");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int read = from.read(); read != '\n'; read = from.read()) {
            if (read < 0) {
                throw new EOFException("The connection ended within an answer");
            }
            if (line.length() > MOST_CHARS_A_LINE) {
                throw new IOException("A line of an answer is too long");
            }
            line.append((char) read);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    /** How often it was opened, the first time included. */
    int opened() {
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
            in = null;
        }
    }
}
