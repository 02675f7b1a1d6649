package errand.runtime.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://restapi.amap.com", "http://127.0.0.1:81", "http://localhost:81/x"})
    void keys_leave_this_machine_by_https_only(String address) {
        assertThatCode(() -> Endpoint.isSafe("errand.amap.live.base", URI.create(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://restapi.amap.com",
                "http://127.0.0.1.evil.example",
                "ftp://x",
                "restapi.amap.com"
            })
    void whatever_else_is_refused_by_the_name_of_the_setting(String address) {
        assertThatThrownBy(() -> Endpoint.isSafe("errand.amap.live.base", URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "errand.amap.live.base is %s; only https leaves this machine, because keys are sent there."
                                .formatted(address));
    }

    @Test
    void no_answer_takes_no_time() {
        assertThatThrownBy(
                        () ->
                                Endpoint.takesTime(
                                        "errand.amap.live.within", java.time.Duration.ZERO, "5s"))
                .hasMessage(
                        "errand.amap.live.within is PT0S; it must be longer than nothing, such as 5s.");
    }
}
