package errand.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class GateTest {

    private final Gate gate =
            new Gate(new WebSettings(List.of("errand.example"), false, false, 1024));
    private final AtomicReference<String> passed = new AtomicReference<>();

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        passed.set(null);
        gate.doFilter(
                request,
                response,
                (in, _) -> passed.set(new String(in.getInputStream().readAllBytes())));
        return response;
    }

    private static MockHttpServletRequest post(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/plans");
        request.addHeader("Host", host);
        request.setContentType("application/json");
        request.setContent("{}".getBytes());
        return request;
    }

    private static String detail(MockHttpServletResponse response) throws Exception {
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        return JsonMapper.shared()
                .readTree(response.getContentAsString())
                .path("detail")
                .asString();
    }

    @Test
    void json_addressed_to_loopback_or_a_known_name_passes_with_its_body() throws Exception {
        for (String host :
                List.of("127.0.0.1:8080", "localhost", "[::1]:8080", "Errand.Example:443")) {
            assertThat(send(post(host)).getStatus()).isEqualTo(200);
            assertThat(passed.get()).isEqualTo("{}");
        }
    }

    @Test
    void a_foreign_host_is_refused_even_for_reading() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/plans");
        request.addHeader("Host", "evil.example:8080");
        MockHttpServletResponse response = send(request);
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(detail(response))
                .isEqualTo(
                        "Host 'evil.example:8080' is not one of 127.0.0.1, [::1], errand.example, localhost. Add its name to errand.web.hosts if it is yours.");
    }

    @Test
    void a_page_from_another_origin_is_refused_and_the_own_one_is_not() throws Exception {
        for (String origin : List.of("http://evil.example", "http://127.0.0.1:3000", "null")) {
            MockHttpServletRequest request = post("127.0.0.1:8080");
            request.addHeader("Origin", origin);
            assertThat(send(request).getStatus()).as(origin).isEqualTo(403);
        }
        MockHttpServletRequest own = post("127.0.0.1:8080");
        own.addHeader("Origin", "http://127.0.0.1:8080");
        assertThat(send(own).getStatus()).isEqualTo(200);
    }

    @Test
    void what_a_form_could_send_is_refused() throws Exception {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "///")) {
            MockHttpServletRequest request = post("localhost");
            request.setContentType(type);
            assertThat(send(request).getStatus()).as(type).isEqualTo(415);
        }
        MockHttpServletRequest untyped = post("localhost");
        untyped.setContentType(null);
        assertThat(send(untyped).getStatus()).isEqualTo(415);
    }

    @Test
    void a_post_without_any_body_needs_no_type() throws Exception {
        MockHttpServletRequest request = post("localhost");
        request.setContentType(null);
        request.setContent(new byte[0]);
        assertThat(send(request).getStatus()).isEqualTo(200);
    }

    @Test
    void a_body_over_the_limit_is_refused_whatever_it_says_of_its_length() throws Exception {
        MockHttpServletRequest request = post("localhost");
        request.setContent(new byte[1025]);
        MockHttpServletResponse response = send(request);
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(detail(response)).isEqualTo("A body may have 1024 bytes; this one has more.");
    }
}
