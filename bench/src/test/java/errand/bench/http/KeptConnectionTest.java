package errand.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

    private static final String JSON = "{\"goal\": \"喝水\"}";

    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private URI api() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Answers one connection after the other, each with these answers in turn, then closes it. */
    private void answer(List<List<String>> connections) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            for (List<String> answers : connections) {
                                try (var socket = server.accept()) {
                                    for (String answer : answers) {
                                        int length = KeptConnection.post(api(), "/x", JSON).length;
                                        socket.getInputStream().readNBytes(length);
                                        socket.getOutputStream()
                                                .write(answer.getBytes(StandardCharsets.UTF_8));
                                    }
                                } catch (IOException e) {
                                    return; // the test is over
                                }
                            }
                        });
    }

    @Test
    void a_request_has_the_length_of_its_bytes() {
        var request = new String(KeptConnection.post(api(), "/x", JSON), StandardCharsets.UTF_8);

        assertThat(request)
                .startsWith("POST /x HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(api().getPort()))
                .contains("Content-Length: 18\r\n")
                .endsWith("\r\n\r\n" + JSON);
    }

    @Test
    void one_connection_takes_several_requests_whatever_form_their_answers_have() throws Exception {
        answer(
                List.of(
                        List.of(
                                "HTTP/1.1 202 \r\nContent-Length: 6\r\n\r\n喝水",
                                "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                                "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n")));

        try (var connection = new KeptConnection(api())) {
            byte[] request = KeptConnection.post(api(), "/x", JSON);

            assertThat(connection.send(request)).isEqualTo(new KeptConnection.Answer(202, "喝水"));
            assertThat(connection.send(request)).isEqualTo(new KeptConnection.Answer(202, "abcde"));
            assertThat(connection.send(request)).isEqualTo(new KeptConnection.Answer(503, ""));
            assertThat(connection.opened()).isEqualTo(1);
        }
    }

    @Test
    void it_is_opened_again_when_the_service_has_said_that_it_closes_it() throws Exception {
        var last = "HTTP/1.1 202 \r\nContent-Length: 1\r\nConnection: close\r\n\r\na";
        answer(List.of(List.of(last), List.of(last)));

        try (var connection = new KeptConnection(api())) {
            byte[] request = KeptConnection.post(api(), "/x", JSON);

            assertThat(connection.send(request).body()).isEqualTo("a");
            assertThat(connection.send(request).body()).isEqualTo("a");
            assertThat(connection.opened()).isEqualTo(2);
        }
    }

    @Test
    void an_answer_that_is_cut_off_is_none() throws Exception {
        answer(List.of(List.of("HTTP/1.1 202 \r\nContent-Length: 60\r\n\r\n{")));

        try (var connection = new KeptConnection(api())) {
            assertThatThrownBy(() -> connection.send(KeptConnection.post(api(), "/x", JSON)))
                    .hasMessage("The connection ended within an answer");
        }
    }

    @Test
    void only_a_plan_that_was_taken_counts() throws Exception {
        var taken =
                new KeptConnection.Answer(202, "{\"conversationId\":\"c_1\",\"planId\":\"p_1\"}");

        assertThat(Submitters.plan(taken)).isEqualTo("p_1");
        assertThatThrownBy(() -> Submitters.plan(new KeptConnection.Answer(503, "{\"a\":1}")))
                .hasMessage("POST /api/plans answers 503: {\"a\":1}");
    }
}
