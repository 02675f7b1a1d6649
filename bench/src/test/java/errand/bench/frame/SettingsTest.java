package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static Settings of(String... more) {
        var all = new ArrayList<>(List.of("--bootstrap=b:1", "--registry=r", "--api=a"));
        all.addAll(List.of(more));
        return Settings.of(all.toArray(String[]::new));
    }

    @Test
    void reads_where_to_measure_and_has_defaults_for_how() {
        var settings = of("--pids=x:1,agent-y:22,");

        assertThat(settings.ground().pids()).isEqualTo(Map.of("x", 1L, "agent-y", 22L));
        assertThat(settings.measured()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.inFlight()).containsExactly(100);
        assertThat(settings.perSecond()).isEqualTo(20);
        assertThat(settings.runs()).isEmpty();
        assertThat(settings.evenIfSlow()).isFalse();
        assertThat(settings.json()).isEmpty();
        assertThat(settings.durability()).isEqualTo(Durability.PAGE_CACHE);
    }

    @Test
    void reads_a_window_for_each_number_in_flight_and_all_files() {
        var settings =
                of(
                        "--in-flight=50,100,500",
                        "--runs=3",
                        "--even-if-slow=true",
                        "--json=/x/j",
                        "--html=/x/h",
                        "--compare=/x/c");

        assertThat(settings.inFlight()).containsExactly(50, 100, 500);
        assertThat(settings.runs()).contains(3);
        assertThat(settings.evenIfSlow()).isTrue();
        assertThat(settings.json()).contains(Path.of("/x/j"));
        assertThat(settings.html()).contains(Path.of("/x/h"));
        assertThat(settings.compare()).contains(Path.of("/x/c"));
    }

    @Test
    void says_what_is_missing() {
        assertThatThrownBy(() -> Settings.of("--bootstrap=b:1", "--registry=r"))
                .hasMessage("--api=… is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fast|'fast' is no option: it must read --name=value",
                "--seconds=soon|--seconds=soon is not a whole number",
                "--in-flight=50,|--in-flight= is not a whole number",
                "--in-flight=0|--in-flight=… needs whole numbers from 1 on",
                "--runs=0|--seconds=…, --rate=… and --runs=… need whole numbers from 1 on"
            })
    void says_what_is_wrong(String argument, String said) {
        assertThatThrownBy(() -> of(argument)).hasMessage(said);
    }

    @Test
    void sizes_are_read_by_name_and_have_defaults() {
        var settings = of("--sizes=pages:7,kills:2");

        assertThat(settings.size("pages", 1000)).isEqualTo(7);
        assertThat(settings.size("kills", 3)).isEqualTo(2);
        assertThat(settings.size("load", 100)).isEqualTo(100);
        assertThat(of("--sizes=pages:0").size("pages", 1000)).isZero();
        assertThatThrownBy(() -> of("--sizes=pages:-1"))
                .hasMessage("--set pages needs a whole number from 0 on");
    }

    @Test
    void services_are_read_by_name() {
        var settings = of("--services=agent-a=http://127.0.0.1:1,agent-b=http://127.0.0.1:2");

        assertThat(settings.ground().services())
                .isEqualTo(
                        Map.of("agent-a", "http://127.0.0.1:1", "agent-b", "http://127.0.0.1:2"));
        assertThat(of().ground().services()).isEmpty();
    }
}
