package errand.runtime.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackOnlyTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, http://localhost:3000, application/json",
        "127.0.0.1, 127.0.0.1:8080, , application/json;charset=UTF-8",
        "0:0:0:0:0:0:0:1, [::1]:8080, http://[::1]:8080, application/json"
    })
    void lets_this_machine_through(
            String from, String host, @Nullable String origin, @Nullable String type)
            throws Exception {
        assertThat(status(from, host, origin, type)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, localhost:8080, , application/json, 403",
        "127.0.0.1, evil.example:8080, , application/json, 403",
        "127.0.0.1, localhost.evil.example, , application/json, 403",
        "127.0.0.1, localhost:8080, https://evil.example, application/json, 403",
        "127.0.0.1, localhost:8080, null, application/json, 403",
        "127.0.0.1, localhost:8080, , text/plain, 415",
        "127.0.0.1, localhost:8080, , application/x-www-form-urlencoded, 415",
        "127.0.0.1, localhost:8080, , , 415"
    })
    void refuses_everybody_else(
            String from, String host, @Nullable String origin, @Nullable String type, int status)
            throws Exception {
        assertThat(status(from, host, origin, type)).isEqualTo(status);
    }

    @Test
    void says_why_as_a_problem() throws Exception {
        MockHttpServletResponse response = answer("127.0.0.1", "evil.example", null, null);

        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("The Host header must name localhost or 127.0.0.1.");
    }

    private static int status(
            String from, String host, @Nullable String origin, @Nullable String type)
            throws Exception {
        return answer(from, host, origin, type).getStatus();
    }

    private static MockHttpServletResponse answer(
            String from, String host, @Nullable String origin, @Nullable String type)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("PATCH", "/sandbox/items/1");
        request.setRemoteAddr(from);
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        if (type != null) {
            request.setContentType(type);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LoopbackOnly().doFilter(request, response, new MockFilterChain());
        return response;
    }
}
