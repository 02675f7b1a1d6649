package errand.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    @TempDir Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void sums_all_modules_and_gives_the_reason_of_what_was_skipped() throws Exception {
        report(
                "one",
                """
                <testcase name="flies" classname="a.BirdTest"/>
                <testcase name="swims" classname="a.BirdTest">
                  <skipped message="Assumption failed: no Docker here"/></testcase>
                """);
        report("two", "<testcase name=\"runs\" classname=\"b.HorseTest\"/>");
        assertThat(sum(List.of())).isZero();
        assertThat(said())
                .containsExactly(
                        "skipped: BirdTest.swims: Assumption failed: no Docker here",
                        "2 passed, 0 failed, 1 skipped");
    }

    @Test
    void a_failure_and_an_error_fail_the_whole() throws Exception {
        report(
                "one",
                """
                <testcase name="flies" classname="a.BirdTest"><failure>it fell</failure></testcase>
                <testcase name="sings" classname="a.BirdTest"><error>no voice</error></testcase>
                """);
        assertThat(sum(List.of())).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "FAILED: BirdTest.flies: it fell",
                        "FAILED: BirdTest.sings: no voice",
                        "0 passed, 2 failed, 0 skipped");
    }

    @Test
    void nothing_run_is_a_failure_also_when_all_was_skipped() throws Exception {
        report("one", "<testcase name=\"x\" classname=\"a.B\"><skipped/></testcase>");
        assertThat(sum(List.of())).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "skipped: B.x: no reason given",
                        "Nothing ran: no test of 'race' is there, or all were skipped.",
                        "0 passed, 0 failed, 1 skipped");
    }

    @Test
    void what_failed_beside_the_tests_counts() throws Exception {
        report("one", "<testcase name=\"x\" classname=\"a.B\"/>");
        assertThat(sum(List.of("Maven (all of its output: test.log)"))).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "FAILED: Maven (all of its output: test.log)",
                        "1 passed, 1 failed, 0 skipped");
    }

    private void report(String module, String cases) throws Exception {
        var folder = Files.createDirectories(root.resolve(module + "/target/surefire-reports"));
        Files.writeString(
                folder.resolve("TEST-" + module + ".xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private int sum(List<String> alsoFailed) throws Exception {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return TestReport.report(root, "race", alsoFailed, stream);
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
