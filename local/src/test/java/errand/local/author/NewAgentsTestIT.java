package errand.local.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that a new agent comes with finds what is broken in the agent. */
@Tag("integration")
class NewAgentsTestIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void fails_where_the_agent_is_broken_and_only_there() throws Exception {
        make();
        breakIt(
                "RoseAgent.java",
                "sessions::release)",
                "(wish, task) -> errand.agent.Outcome.done(new Released(wish.holdId(), true)))");
        breakIt("sandbox/SandboxSessions.java", ">= wish.people()", ">= 0");
        breakIt("sandbox/Session.java", "price(shelf));", "Money.cny(course.fen()));");
        breakIt("sandbox/Session.java", "free ? 0 :", "free ? 1 :");
        breakIt("RoseAgent.java", ".described(\"Gives kept places back (释放预留)\")", "");
        assertThat(Sources.compile(folder.resolve("rose"), folder.resolve("classes"))).isEmpty();

        assertThat(said())
                .filteredOn(line -> line.startsWith("failed "))
                .containsExactlyInAnyOrder(
                        "failed the_same_task_twice_has_one_effect_and_one_reply()",
                        "failed what_is_held_is_gone_for_others_until_it_is_released()",
                        "failed finds_only_sessions_with_places_for_all_the_cheapest_first()",
                        "failed another_price_is_refused_with_a_new_quote()",
                        "failed cancelling_is_free_until_a_day_before_and_then_costs_half()",
                        "failed describes_every_capability_for_people_and_models()");
    }

    private void make() throws IOException {
        new NewAgent(new AgentName("rose"), folder.toRealPath().resolve("rose"), new Checkout(ROOT))
                .make();
    }

    private void breakIt(String file, String right, String wrong) throws IOException {
        Path source = folder.resolve("rose/src/main/java/agents/rose").resolve(file);
        String text = Files.readString(source);
        assertThat(text).contains(right);
        Files.writeString(source, text.replace(right, wrong));
    }

    /** Lines of a JVM that has the agent on its class path, as Maven's would. */
    private List<String> said() throws Exception {
        Process tests =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                folder.resolve("classes")
                                        + File.pathSeparator
                                        + System.getProperty("java.class.path"),
                                FailingTests.class.getName(),
                                "agents.rose.RoseAgentTest")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String out = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(out).isZero();
        assertThat(out).contains("found 15");
        return out.lines().toList();
    }
}
