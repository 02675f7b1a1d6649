package errand.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.agent.TransientFailure;
import errand.runtime.live.VendorHttp;
import errand.testkit.VendorStub.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorHttpTest {

    private static final Duration WITHIN = Duration.ofMillis(400);

    private final VendorStub vendor = VendorStub.start();
    private final VendorHttp http = new VendorHttp("Amap", vendor.base(), WITHIN);

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void what_is_asked_arrives_as_it_was_said() {
        vendor.on("/v3/geo", asked -> Answer.json("{\"status\":\"1\"}"));
        Map<String, String> query = new LinkedHashMap<>();
        query.put("address", "杭州 西湖&1=2");
        query.put("key", "k");
        assertThat(http.get("/v3/geo", query).path("status").asString()).isEqualTo("1");
        assertThat(vendor.asked().getFirst().fields())
                .containsExactly(Map.entry("address", "杭州 西湖&1=2"), Map.entry("key", "k"));
    }

    @Test
    void a_form_arrives_as_a_form() {
        vendor.on("/router/rest", asked -> Answer.json("[]"));
        assertThat(http.post("/router/rest", Map.of("method", "taobao.item"))).isEmpty();
        assertThat(vendor.asked().getFirst().method()).isEqualTo("POST");
        assertThat(vendor.asked().getFirst().fields())
                .containsExactly(Map.entry("method", "taobao.item"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, '{}', VENDOR_BUSY, 'Amap asks to come back later (HTTP 429) at /p; it is tried again.'",
        "503, '{}', VENDOR_BUSY, 'Amap asks to come back later (HTTP 503) at /p; it is tried again.'",
        "500, '{}', VENDOR_BROKEN, 'Amap fails (HTTP 500) at /p; it is tried again.'",
        "200, '<html>', VENDOR_MALFORMED_ANSWER, 'Amap answers something that is no JSON (HTTP 200, 6 bytes) at /p; it is tried again.'",
        "200, '3', VENDOR_MALFORMED_ANSWER, 'Amap answers something that is no JSON (HTTP 200, 1 bytes) at /p; it is tried again.'",
        "302, '', VENDOR_MALFORMED_ANSWER, 'Amap answers something that is no JSON (HTTP 302, 0 bytes) at /p; it is tried again.'"
    })
    void what_may_pass_is_said_without_what_was_asked(
            int status, String body, String code, String message) {
        vendor.on("/p", asked -> Answer.status(status, body));
        assertThatThrownBy(() -> http.get("/p", Map.of("key", "secret-key")))
                .isInstanceOfSatisfying(
                        TransientFailure.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }

    @Test
    void a_refusal_in_json_is_for_the_adapter_to_read() {
        vendor.on("/p", asked -> Answer.status(400, "{\"code\":\"40004\"}"));
        assertThat(http.get("/p", Map.of()).path("code").asString()).isEqualTo("40004");
    }

    @Test
    void who_is_too_slow_is_not_waited_for() {
        vendor.on("/p", asked -> Answer.json("{}").after(Duration.ofSeconds(5)));
        long began = System.nanoTime();
        assertThatThrownBy(() -> http.get("/p", Map.of()))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        e -> assertThat(e.code()).isEqualTo(VendorHttp.NO_ANSWER))
                .hasMessage("Amap did not answer within 400 ms at /p; it is tried again.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void an_answer_that_breaks_off_is_none() {
        vendor.on("/p", asked -> Answer.json("{\"status\":\"1\"}").cutOff());
        assertThatThrownBy(() -> http.get("/p", Map.of()))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        e ->
                                assertThat(e.code())
                                        .isIn(VendorHttp.UNREACHABLE, VendorHttp.NO_ANSWER));
    }

    @Test
    void nobody_there_is_said() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        VendorHttp none = new VendorHttp("Amap", URI.create("http://127.0.0.1:" + port), WITHIN);
        assertThatThrownBy(() -> none.get("/p", Map.of("key", "secret-key")))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        e -> assertThat(e.code()).isEqualTo(VendorHttp.UNREACHABLE))
                .hasMessage("Amap cannot be reached at /p; it is tried again.");
    }
}
