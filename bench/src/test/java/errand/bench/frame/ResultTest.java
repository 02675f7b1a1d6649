package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Machine MACHINE = new Machine(2, 7_900, "Linux 6 amd64", "VM 25");

    @TempDir private Path folder;

    static Report report(double speed) {
        var report =
                new Report(
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        report.setting("mode", "processes");
        report.figure("errand MAX 100", "plans/s", speed, Better.HIGHER);
        report.figure("errand PACED p50", "ms", 8, Better.LOWER);
        report.ofBound("plans/s MAX 100", speed / 10_000, Better.HIGHER);
        var latencies = new Histogram(3);
        latencies.recordValue(Math.round(speed) * 1_000);
        report.latencies("errand MAX 100", latencies);
        report.series("errand MAX 100 warm-up", "plans/s", 5, List.of(10.0, speed));
        return report;
    }

    static Result result(double... speeds) {
        return Result.of(
                "plans",
                NOW,
                MACHINE,
                java.util.Arrays.stream(speeds).mapToObj(ResultTest::report).toList());
    }

    @Test
    void the_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
        assertThat(Figure.median(List.of(3.0, 1.0, 100.0))).isEqualTo(3);
        assertThat(Figure.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
        assertThat(Figure.median(List.of(5.0))).isEqualTo(5);
        assertThatThrownBy(() -> Figure.median(List.of())).hasMessageContaining("nothing");
    }

    @Test
    void figures_are_medians_of_all_runs_and_keep_what_each_gave() {
        var result = result(3_000, 1_000, 2_000);

        var speed = result.figures().getFirst();
        assertThat(speed.value()).isEqualTo(2_000);
        assertThat(speed.runs()).containsExactly(3_000.0, 1_000.0, 2_000.0);
        assertThat(result.runs()).isEqualTo(3);
        assertThat(result.histograms().getFirst().count()).isEqualTo(3);
        assertThat(result.series()).hasSize(1);
    }

    @Test
    void json_has_the_documented_shape() {
        JsonNode json = JsonMapper.builder().build().readTree(result(2_000).json());

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "bench",
                        "when",
                        "machine",
                        "runs",
                        "settings",
                        "figures",
                        "histograms",
                        "series",
                        "voidBecause",
                        "failedBecause");
        assertThat(json.path("when").asString()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
        JsonNode figure = json.path("figures").path(0);
        assertThat(figure.path("name").asString()).isEqualTo("errand MAX 100");
        assertThat(figure.path("unit").asString()).isEqualTo("plans/s");
        assertThat(figure.path("better").asString()).isEqualTo("higher");
        assertThat(figure.path("value").asDouble()).isEqualTo(2_000);
        JsonNode last = json.path("histograms").path(0).path("points").path(12);
        assertThat(last.path("percentile").asDouble()).isEqualTo(100);
        assertThat(last.path("value").asDouble())
                .isCloseTo(2, org.assertj.core.data.Offset.offset(0.01));
        assertThat(json.path("voidBecause").isNull()).isTrue();
    }

    @Test
    void is_read_as_it_was_written() throws Exception {
        var result = result(1_000, 2_000);
        Path file = Files.writeString(folder.resolve("r.json"), result.json());

        var read = Result.read(file);

        assertThat(read.figures()).isEqualTo(result.figures());
        assertThat(read.histograms()).isEqualTo(result.histograms());
        assertThat(read.when()).isEqualTo(NOW);
    }

    @Test
    void a_file_that_is_no_result_is_refused_with_what_to_do() throws Exception {
        Path missing = folder.resolve("none.json");
        Path other = Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        Path text = Files.writeString(folder.resolve("text.json"), "no json");

        assertThatThrownBy(() -> Result.read(missing))
                .hasMessage(missing + " cannot be read: write it first with --json.");
        assertThatThrownBy(() -> Result.read(other))
                .hasMessageContaining("is no result of a bench (--json)");
        assertThatThrownBy(() -> Result.read(text))
                .hasMessageContaining("is no result of a bench (--json)");
    }

    @Test
    void a_figure_is_told_once_in_a_run_and_is_a_number() {
        var report = report(1);

        assertThatThrownBy(() -> report.figure("errand MAX 100", "plans/s", 2, Better.HIGHER))
                .hasMessage("'errand MAX 100' was told twice in one run");
        assertThatThrownBy(() -> report.figure("x", "ms", Double.NaN, Better.LOWER))
                .hasMessage("'x' is NaN ms");
    }
}
