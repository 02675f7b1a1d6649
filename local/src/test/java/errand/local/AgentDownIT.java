package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import errand.embedded.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Agents are killed and stay away: what people are told, in the terminal and on the page. */
@Tag("kill")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentDownIT {

    private static final String TEAM =
            "Team-building for 12, Beijing to Hangzhou in two weeks, 2 days 1 night, 30,000 in all:"
                    + " rail, twin rooms, one group meal, supplies";

    private Cli cli = new Cli(Path.of("."), 0);

    @BeforeAll
    void up(@TempDir Path folder) throws Exception {
        cli = new Cli(folder.resolve("data"), FreePort.any());
        var up = cli.run("up", "--detach", "--processes");
        assertThat(up.exit()).as(up.toString()).isZero();
    }

    @AfterAll
    void down() throws Exception {
        cli.run("down");
    }

    @Test
    @Order(1)
    void who_only_reads_is_named_and_nothing_is_asked_or_paid() throws Exception {
        Launcher.of(cli.data()).kill("agent-amap");
        CompletableFuture<Optional<JsonNode>> page = CompletableFuture.supplyAsync(this::onPage);

        var terminal = cli.run("ask", TEAM, "--yes");

        assertThat(terminal.exit()).as(terminal.out()).isEqualTo(4);
        assertThat(terminal.out())
                .contains("Still waiting for \"Search restaurants\" (amap), 5 s.")
                .contains("Not done", "finding the group meal", "(amap) did not answer")
                .contains("Nothing was paid.")
                .doesNotContain("in all\n", "TIMEOUT", "NO_ANSWER");
        try (var api = api()) {
            assertThat(spent(api)).isZero();
        }
        var seen = page.join();
        assumeThat(seen).as("the page needs node, its packages and Chromium").isPresent();
        assertThat(seen.orElseThrow().path("ok").asBoolean())
                .as(seen.orElseThrow().path("error").asString(""))
                .isTrue();
    }

    /** What the person sees on the page; empty where no browser is. */
    private Optional<JsonNode> onPage() {
        try {
            var chromium = PageScripts.program("chromium", "chromium-browser", "google-chrome");
            if (chromium.isEmpty() || PageScripts.installed().isPresent()) {
                return Optional.empty();
            }
            var run =
                    PageScripts.run(
                            90,
                            Map.of(),
                            List.of(
                                    "node",
                                    "browser.js",
                                    "http://127.0.0.1:" + cli.port(),
                                    PageScripts.PICTURES.toString(),
                                    chromium.get(),
                                    "agentDown"));
            return Optional.of(Json.MAPPER.readTree(run.output()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(2)
    void who_may_have_done_it_is_asked_until_it_is_back_and_what_was_held_is_given_back()
            throws Exception {
        var launcher = Launcher.of(cli.data());
        launcher.start("agent-amap");
        launcher.awaitReady("agent-amap");
        launcher.kill("agent-alipay");

        var terminal = cli.run("demo", "drinks", "--lang", "en", "--timeout", "45s");

        assertThat(terminal.exit()).as(terminal.out()).isEqualTo(7);
        assertThat(terminal.err()).contains("No end after 45 s; it goes on");
        assertThat(terminal.out())
                .contains("! The service for \"Authorise payment\" (alipay) has not answered.");
        launcher.start("agent-alipay");
        launcher.awaitReady("agent-alipay");
        try (var api = api()) {
            var person = new Person(api);
            String conversation = latest(api);
            JsonNode end = person.awaitStatus(conversation, "idle");
            assertThat(Person.lastAnswer(end))
                    .contains("(alipay) did not answer", "Undone: holding the delivery")
                    .contains("Nothing was paid.");
            assertThat(end.path("plans").path(0).path("state").asString("")).isEqualTo("failed");
            assertThat(spent(api)).isZero();
            assertThat(api.get("/api/attention").body().path("items")).isEmpty();
        }
    }

    private Client api() {
        return new Client("http://127.0.0.1:" + cli.port());
    }

    private static String latest(Client api) {
        return api.get("/api/conversations?limit=1").body().at("/items/0/id").asString("");
    }

    /** Minor units, over all plans. */
    private static long spent(Client api) {
        long sum = 0;
        for (JsonNode plan : api.get("/api/plans").body().path("items")) {
            JsonNode whole = api.get("/api/plans/" + plan.path("id").asString("")).body();
            sum += whole.path("spent").path("amount").asLong(0);
        }
        return sum;
    }
}
