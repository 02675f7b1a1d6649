package errand.bench.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void reads_where_to_measure_and_has_defaults_for_how() {
        var options =
                Options.of("--bootstrap=b:1", "--registry=r", "--api=a", "--pids=x:1,agent-y:22,");

        assertThat(options.pids()).isEqualTo(Map.of("x", 1L, "agent-y", 22L));
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.inFlight()).isEqualTo(100);
        assertThat(options.perSecond()).isEqualTo(20);
    }

    @Test
    void says_what_is_missing_or_wrong() {
        assertThatThrownBy(() -> Options.of("--bootstrap=b:1", "--registry=r"))
                .hasMessage("--api=… is missing");
        assertThatThrownBy(() -> Options.of("fast"))
                .hasMessage("'fast' is no option: it must read --name=value");
    }
}
