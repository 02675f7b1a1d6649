package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRunTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int measured;

    private int run(Bench bench, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("--bootstrap=", "--registry=", "--api="));
        arguments.addAll(List.of(more));
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new BenchRun("some", bench, Settings.of(arguments.toArray(String[]::new)), print)
                .run();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void counts(Settings settings, Report report) {
        measured++;
        report.figure("a", "ms", measured, Better.LOWER);
    }

    @Test
    void measures_as_often_as_it_was_told_and_tells_medians() throws Exception {
        Path json = folder.resolve("r.json");

        assertThat(run(this::counts, "--runs=3", "--json=" + json)).isZero();

        assertThat(measured).isEqualTo(3);
        assertThat(said()).contains("Run 2 of 3").contains("2.00 ms (1.00 to 3.00)");
        assertThat(Result.read(json).figures().getFirst().value()).isEqualTo(2);
    }

    @Test
    void a_void_run_ends_early_says_why_and_by_its_exit_code() throws Exception {
        Path json = folder.resolve("r.json");
        Bench slow =
                (settings, report) -> {
                    measured++;
                    report.figure("bound", "plans/s", 5, Better.HIGHER);
                    throw new VoidRun("too slow");
                };

        assertThat(run(slow, "--runs=3", "--json=" + json)).isEqualTo(3);

        assertThat(measured).isEqualTo(1);
        assertThat(said()).endsWith("VOID: too slow\n");
        assertThat(Result.read(json).voidBecause()).isEqualTo("too slow");
        assertThat(Result.read(json).figures()).hasSize(1);
    }

    @Test
    void what_goes_on_all_the_same_is_still_void() throws Exception {
        Bench slow =
                (settings, report) -> {
                    report.markVoid("too slow");
                    counts(settings, report);
                };

        assertThat(run(slow)).isEqualTo(3);
        assertThat(said()).contains("VOID: too slow");
    }

    @Test
    void compares_with_what_an_earlier_run_wrote() throws Exception {
        Path json = folder.resolve("r.json");
        run(this::counts, "--json=" + json);

        run(this::counts, "--compare=" + json, "--html=" + folder.resolve("p.html"));

        assertThat(said()).contains("1.00 ->       2.00 ms").contains("x 2.00  worse");
        assertThat(Files.readString(folder.resolve("p.html"))).contains("worse\">× 2.00");
    }

    @Test
    void a_run_that_fails_in_the_middle_keeps_what_it_has_and_says_why() throws Exception {
        Path json = folder.resolve("r.json");
        Path html = folder.resolve("p.html");
        Bench failing =
                (settings, report) -> {
                    counts(settings, report);
                    if (measured == 2) {
                        throw new IllegalStateException("3 plans were lost <there>");
                    }
                };

        assertThat(run(failing, "--runs=3", "--json=" + json, "--html=" + html)).isEqualTo(1);

        assertThat(measured).isEqualTo(2);
        assertThat(said()).endsWith("FAILED: 3 plans were lost <there>\n");
        assertThat(Result.read(json).failedBecause()).isEqualTo("3 plans were lost <there>");
        assertThat(Result.read(json).figures().getFirst().runs()).containsExactly(1.0, 2.0);
        assertThat(Files.readString(html))
                .contains("<b>Failed.</b> 3 plans were lost &lt;there&gt;");
    }

    @Test
    void a_run_that_failed_before_its_first_figure_is_written_too() throws Exception {
        Path json = folder.resolve("r.json");

        assertThat(
                        run(
                                (settings, report) -> {
                                    throw new java.io.IOException();
                                },
                                "--json=" + json))
                .isEqualTo(1);

        assertThat(Result.read(json).failedBecause()).isEqualTo("java.io.IOException");
        assertThat(Result.read(json).figures()).isEmpty();
    }
}
