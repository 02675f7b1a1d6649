package errand.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryHttpTest {

    private static final Schema INT = Schema.create(Schema.Type.INT);

    private final List<String> authorisations = new ArrayList<>();
    private HttpServer server;
    private int failures;
    private int failureStatus;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    authorisations.add(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                    byte[] body = "{\"schema\":\"\\\"int\\\"\",\"message\":\"down\"}".getBytes();
                    if (failures-- > 0) {
                        if (failureStatus != 0) {
                            exchange.sendResponseHeaders(failureStatus, body.length);
                            exchange.getResponseBody().write(body);
                        }
                    } else {
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tries_once_more_when_the_connection_breaks() {
        failures = 1;
        assertThat(new SchemaRegistry(url()).schema(1)).isEqualTo(INT);
    }

    @Test
    void gives_up_after_the_second_try_and_says_what_was_answered() {
        failures = 2;
        failureStatus = 503;
        assertThatThrownBy(() -> new SchemaRegistry(url()).schema(1))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessage(
                        "The schema registry at "
                                + url()
                                + " cannot be reached ("
                                + url()
                                + "/schemas/ids/1 answered down (HTTP 503)). Check that it runs and that schema.registry.url is right.");
        assertThat(authorisations).hasSize(2);
    }

    @Test
    void takes_the_next_address_when_one_is_dead() throws IOException {
        String dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = "http://127.0.0.1:" + socket.getLocalPort();
        }
        assertThat(new SchemaRegistry(dead + "," + url() + "/").schema(1)).isEqualTo(INT);
    }

    @Test
    void does_not_wait_for_ever_for_a_registry_that_is_silent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort();
            SchemaRegistry registry = new SchemaRegistry(url, null, Duration.ofMillis(50));
            assertThatThrownBy(() -> registry.schema(1))
                    .isInstanceOf(RegistryUnavailable.class)
                    .hasMessageContaining("cannot be reached (request timed out)");
        }
    }

    @Test
    void presents_user_and_password() {
        SchemaRegistry.at(url(), "me:secret").schema(1);
        assertThat(authorisations).containsExactly("Basic bWU6c2VjcmV0");
    }

    @Test
    void registering_again_changes_nothing() throws IOException {
        try (StubRegistry stub = new StubRegistry()) {
            TopicNames names = new TopicNames("a.");
            for (int round = 0; round < 3; round++) {
                new SchemaRegistration(new SchemaRegistry(stub.url()), names)
                        .register(Topics.named(Topics.EVENTS), Topics.ofAgent("fliggy"));
            }
            assertThat(stub.subjects())
                    .isEqualTo(
                            Map.of(
                                    "a.conversation.events-errand.events.ConversationAdvanced",
                                    List.of(1),
                                    "a.task.requests.fliggy-errand.events.TaskRequested",
                                    List.of(2),
                                    "a.task.requests.fliggy-errand.events.TaskCancelled",
                                    List.of(3)));
            assertThat(stub.rules())
                    .containsEntry(
                            "a.conversation.events-errand.events.ConversationAdvanced",
                            "BACKWARD_TRANSITIVE")
                    .containsEntry(
                            "a.task.requests.fliggy-errand.events.TaskRequested",
                            "FULL_TRANSITIVE");
            assertThat(stub.asked()).filteredOn(call -> call.startsWith("PUT")).hasSize(3);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
