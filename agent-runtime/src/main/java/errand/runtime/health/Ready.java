package errand.runtime.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that ends with 0 if the service on this machine is ready, else with 1 and the reason:
 * the health check of container images that have neither curl nor a shell. The port is that of
 * {@code SERVER_PORT}, 8080 when there is none. A plain socket, since Java's HTTP client would take
 * longer to load than to ask.
 */
public final class Ready {

    private static final int ANSWERS_WITHIN_MS = 4000;

    private Ready() {}

    public static void main(String[] args) {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        String why = whyNot(Integer.parseInt(port));
        if (!why.isEmpty()) {
            System.out.println(why);
            System.exit(1);
        }
    }

    /** Empty if it is ready. */
    static String whyNot(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    ANSWERS_WITHIN_MS);
            socket.setSoTimeout(ANSWERS_WITHIN_MS);
            socket.getOutputStream()
                    .write(
                            "GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.matches("(?s)HTTP/1\\.[01] 200\\b.*") ? "" : answer.strip();
        } catch (IOException e) {
            return "No answer on port %d: %s".formatted(port, e.getMessage());
        }
    }
}
