package errand.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ExposureTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void loopback_is_where_it_listens_unless_told_otherwise() {
        assertThatCode(() -> Exposure.check(environment)).doesNotThrowAnyException();
        environment.setProperty("server.address", "::1");
        assertThatCode(() -> Exposure.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void elsewhere_is_refused_with_what_to_do() {
        environment.setProperty("server.address", "0.0.0.0");
        assertThatThrownBy(() -> Exposure.check(environment))
                .hasMessage(
                        "server.address is 0.0.0.0: anybody who reaches it could spend money, since there is no authentication. It can listen on 127.0.0.1.")
                .satisfies(
                        failure ->
                                assertThat(new StartFailures().analyze(failure))
                                        .extracting(
                                                org.springframework.boot.diagnostics.FailureAnalysis
                                                        ::getAction)
                                        .asString()
                                        .startsWith("Set server.address=127.0.0.1."));
    }

    @Test
    void behind_something_that_knows_people_it_may_listen_anywhere() {
        environment.setProperty("server.address", "0.0.0.0");
        environment.setProperty("errand.web.behind-auth", "true");
        assertThatCode(() -> Exposure.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void in_a_container_it_may_listen_anywhere_once_its_port_is_said_to_be_published_on_loopback() {
        environment.setProperty("server.address", "0.0.0.0");
        environment.setProperty("errand.web.published-on-loopback", "true");
        assertThatCode(() -> Exposure.check(environment)).doesNotThrowAnyException();
        environment.setProperty("errand.web.published-on-loopback", "false");
        assertThatThrownBy(() -> Exposure.check(environment)).isInstanceOf(Exposure.Open.class);
    }
}
