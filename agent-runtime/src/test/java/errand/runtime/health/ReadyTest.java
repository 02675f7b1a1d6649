package errand.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyTest {

    private HttpServer service;
    private int status;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    byte[] body = "{\"status\":\"of 200\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void a_service_that_answers_200_is_ready() {
        status = 200;
        assertThat(Ready.whyNot(service.getAddress().getPort())).isEmpty();
    }

    @Test
    void one_that_answers_otherwise_is_not_and_its_own_words_are_told() {
        status = 503;
        assertThat(Ready.whyNot(service.getAddress().getPort()))
                .startsWith("HTTP/1.1 503")
                .contains("of 200");
    }

    @Test
    void nobody_there_is_told_with_the_port() {
        int port = service.getAddress().getPort();
        service.stop(0);
        assertThat(Ready.whyNot(port)).startsWith("No answer on port " + port + ": ");
    }
}
