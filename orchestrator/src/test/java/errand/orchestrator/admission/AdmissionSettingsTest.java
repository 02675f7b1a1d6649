package errand.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AdmissionSettingsTest {

    private static AdmissionSettings with(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("errand.admission", AdmissionSettings.class);
    }

    @Test
    void has_defaults_that_a_laptop_can_bear() {
        assertThat(with(Map.of())).isEqualTo(new AdmissionSettings(64, 8, 400, 50, 20_000));
    }

    @Test
    void each_can_be_set() {
        assertThat(
                        with(
                                Map.of(
                                        "errand.admission.thoughts", "1",
                                        "errand.admission.thoughts-per-user", "2",
                                        "errand.admission.plans", "3",
                                        "errand.admission.plans-per-user", "4",
                                        "errand.admission.queue", "0")))
                .isEqualTo(new AdmissionSettings(1, 2, 3, 4, 0));
    }

    @Test
    void refuses_what_would_let_nobody_in() {
        assertThatThrownBy(() -> with(Map.of("errand.admission.plans", "0")))
                .rootCause()
                .hasMessage(
                        "errand.admission.plans is 0; at least 1 is needed, or nothing would ever begin.");
        assertThatThrownBy(() -> with(Map.of("errand.admission.queue", "-1")))
                .rootCause()
                .hasMessageContaining("errand.admission.queue is -1");
    }
}
