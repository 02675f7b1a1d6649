package errand.local;

import errand.embedded.PostgresServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks services whether they are ready for work. */
final class Health {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final Deployment deployment;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWERS_WITHIN)
                    .build();

    Health(Deployment deployment) {
        this.deployment = deployment;
    }

    boolean isReady(Service service) {
        return switch (service.kind()) {
            case BROKER, POSTGRES -> accepts(deployment.port(service));
            case REGISTRY -> answers(deployment.http(service) + "/subjects");
            case APPLICATION -> answers(deployment.http(service) + "/actuator/health/readiness");
        };
    }

    /** Waits until the service is ready; false when it died first, or took too long. */
    boolean await(Service service, Duration within, BooleanSupplier alive) {
        if (service.kind() == Service.Kind.POSTGRES) {
            return PostgresServer.awaitReady(deployment.port(service), within, alive::getAsBoolean);
        }
        long until = System.nanoTime() + within.toNanos();
        while (System.nanoTime() - until < 0) {
            if (isReady(service)) {
                return true;
            }
            if (!alive.getAsBoolean() || !pause()) {
                return false;
            }
        }
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", port), (int) ANSWERS_WITHIN.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWERS_WITHIN).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
