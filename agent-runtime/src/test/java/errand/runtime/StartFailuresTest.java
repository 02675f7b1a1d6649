package errand.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import errand.runtime.live.Secrets;
import errand.runtime.settings.MissingSetting;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailuresTest {

    private static FailureAnalysis analysis(MissingSetting missing) {
        return Objects.requireNonNull(
                new StartFailures().analyze(new IllegalStateException("outer", missing)));
    }

    @Test
    void a_setting_is_told_with_the_words_to_set_it() {
        FailureAnalysis told = analysis(new MissingSetting("errand.registry.url", "where it is"));
        assertThat(told.getDescription())
                .isEqualTo("Setting 'errand.registry.url' is missing: where it is.");
        assertThat(told.getAction()).contains("--errand.registry.url=…");
    }

    @Test
    void a_secret_is_never_told_to_be_put_on_a_command_line() {
        MissingSetting secret =
                Objects.requireNonNull(
                        catchThrowableOfType(
                                MissingSetting.class,
                                () -> new Secrets(Map.of()).get("ERRAND_X_KEY")));
        assertThat(analysis(secret).getDescription())
                .isEqualTo(
                        "Setting 'ERRAND_X_KEY' is missing: live mode needs this secret; set it in the environment, or ERRAND_X_KEY_FILE to a file that holds it.");
        assertThat(analysis(secret).getAction()).isEqualTo("Set ERRAND_X_KEY in the environment.");
        MissingSetting both = MissingSetting.unusable("ERRAND_X_KEY, ERRAND_Y_KEY", "no keys");
        assertThat(analysis(both).getDescription())
                .isEqualTo("Setting 'ERRAND_X_KEY, ERRAND_Y_KEY' is unusable: no keys.");
        assertThat(analysis(both).getAction())
                .isEqualTo("Set ERRAND_X_KEY, ERRAND_Y_KEY in the environment.");
    }
}
