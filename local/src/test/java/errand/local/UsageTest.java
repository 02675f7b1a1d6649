package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command answers to wrong usage, and to what it cannot do: one line each. */
class UsageTest {

    @TempDir Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void an_unknown_command_is_named() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(err).hasToString("'upp' is no command. See: ./errand --help\n");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThat(run("up", "--frsh")).isEqualTo(2);
        assertThat(err).hasToString("Unknown option: '--frsh'. See: ./errand up --help\n");
    }

    @Test
    void an_unknown_command_is_named_without_its_options() {
        assertThat(run("frobnicate", "--port", "1")).isEqualTo(2);
        assertThat(err).hasToString("'frobnicate' is no command. See: ./errand --help\n");
    }

    @Test
    void a_port_that_is_no_number_is_refused_in_words() {
        assertThat(run("up", "--port", "abc")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'abc' is not a whole number. See: ./errand up --help")
                .hasLineCount(1);
    }

    @Test
    void nothing_said_is_refused_before_anything_starts() {
        assertThat(run("ask", " ", "--data", folder.toString(), "--port", freePort())).isEqualTo(2);
        assertThat(err.toString()).startsWith("TEXT is empty; say what you want").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_clock_cannot_be_moved_back() {
        assertThat(run("clock", "+PT-2H")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "'+PT-2H' is not how far to go forward, such as +PT2H, +PT90M or +P1D; there is no way back")
                .hasLineCount(1);
    }

    @Test
    void a_world_that_nobody_can_read_is_refused_before_anything_starts() throws Exception {
        Path pack = Files.createDirectories(folder.resolve("pack/nobody"));
        Files.writeString(pack.resolve("things.csv"), "id\n1\n");
        String data = folder.resolve("data").toString();
        assertThat(
                        run(
                                "up",
                                "--world",
                                folder.resolve("pack").toString(),
                                "--data",
                                data,
                                "--port",
                                freePort()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("The world pack in 'pack' has 1 fault:")
                .contains("nobody/things.csv: No table is called so.");
    }

    @Test
    void a_clock_that_is_no_instant_is_refused_with_an_example() {
        assertThat(run("up", "--clock", "tomorrow")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'tomorrow' is no instant such as 2026-12-01T09:00:00Z")
                .hasLineCount(1);
    }

    @Test
    void a_taken_port_is_told_with_its_owner_and_a_way_out() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(run("up", "--data", folder.resolve("d").toString(), "--port", port))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("Port " + port + " is taken")
                    .contains("Stop that, or choose another: ./errand up --port ")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_folder_with_other_files_is_not_used() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "do not lose");
        assertThat(run("up", "--data", folder.toString(), "--port", freePort())).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        folder
                                + " holds files that are not Errand's. Choose another folder with"
                                + " --data.\n");
    }

    @Test
    void fresh_does_not_delete_a_folder_of_somebody_else() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "do not lose");
        assertThat(run("up", "--fresh", "--data", folder.toString(), "--port", freePort()))
                .isEqualTo(1);
        assertThat(err)
                .hasToString(
                        folder
                                + " does not look like a data folder of Errand, so --fresh does not"
                                + " delete it.\n");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void what_can_be_started_besides_is_listed() {
        var data = folder.resolve("d").toString();
        assertThat(run("up", "--with", "bank", "--data", data, "--port", freePort())).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "There is no 'bank' to start besides. Possible: --with bench, --with mcp, --with mcp:FILE, or --with DIR for an agent of your own\n");
    }

    @Test
    void mcp_servers_come_from_a_file_that_is_there() {
        var data = folder.resolve("d").toString();
        var file = folder.resolve("no.yml");
        assertThat(run("up", "--with", "mcp:" + file, "--data", data, "--port", freePort()))
                .isEqualTo(1);
        assertThat(err).hasToString("--with mcp: there is no file " + file + " to read\n");
    }

    @Test
    void new_alone_says_what_can_be_made() {
        assertThat(run("new")).isEqualTo(2);
        assertThat(err).hasToString("New what? There is: agent. See: ./errand new --help\n");
    }

    @Test
    void a_word_that_cannot_name_an_agent_is_wrong_usage() {
        assertThat(run("new", "agent", "class", "--dir", folder.toString())).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "'class' is a word of Java and cannot name a package. Choose another, such as"
                                + " class-shop. See: ./errand new agent --help\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_agent_that_there_is_already_is_not_made_again() {
        assertThat(run("new", "agent", "fliggy", "--dir", folder.toString())).isEqualTo(1);
        assertThat(err).hasToString("There is an agent 'fliggy' already. Choose another name.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_in_which_no_agent_was_built_is_told_with_what_to_do() {
        var data = folder.resolve("d").toString();
        var line =
                "No agent was built in %s (target/classes/META-INF/errand-agent.properties is not there). Build it: mvn -f %s package\n"
                        .formatted(folder, folder);
        assertThat(run("run", folder.toString(), "--data", data)).isEqualTo(1);
        assertThat(run("up", "--with", folder + "/", "--data", data, "--port", freePort()))
                .isEqualTo(1);
        assertThat(err).hasToString(line + line);
    }

    @Test
    void a_bench_is_refused_before_anything_starts() throws Exception {
        assertThat(run("bench", "speed")).isEqualTo(1);
        assertThat(run("bench", "plans", "--in-flight", "50,0")).isEqualTo(1);
        assertThat(run("bench", "start", "--one-jvm")).isEqualTo(1);
        var none = folder.resolve("none.json");
        assertThat(run("bench", "plans", "--compare", none.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("There is no bench 'speed'. Possible:"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "--seconds, --in-flight and --runs are whole numbers from 1 on"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "bench start measures no installation that runs: leave out --running and --one-jvm"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "--compare: %s cannot be read: write it first with --json."
                                                        .formatted(none)));
    }

    @Test
    void a_restart_where_nothing_runs_says_how_to_start() {
        assertThat(run("restart", "broker", "--data", folder.toString())).isEqualTo(1);
        assertThat(err).hasToString("Nothing runs on " + folder + ". Start it: ./errand up\n");
    }

    @Test
    void an_api_that_does_not_answer_is_named() {
        var port = freePort();
        assertThat(run("agents", "--port", port)).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "Nothing answers at http://127.0.0.1:%s. Start it: ./errand up, or say where: --port N\n"
                                .formatted(port));
    }

    private static String freePort() {
        return Integer.toString(FreePort.any());
    }

    @Test
    void a_bench_that_kills_services_leaves_those_of_others_alone() {
        assertThat(run("bench", "recovery", "--running")).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "bench recovery kills services, so it starts some of its own, a process each: leave out --running and --one-jvm\n");
    }

    @Test
    void a_number_that_a_bench_does_not_have_is_refused_with_those_it_has() {
        assertThat(run("bench", "chat", "--set", "people=7")).isEqualTo(1);
        assertThat(run("bench", "chat", "--set", "pages=0")).isEqualTo(1);
        assertThat(run("bench", "chat", "--set", "pages=many")).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "bench chat has no number called 'people'. It has: pages, conversations, fsync"),
                        line ->
                                assertThat(line)
                                        .isEqualTo("--set pages=0: a whole number from 1 on"),
                        line -> assertThat(line).contains("'many' is not a whole number"));
    }

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
