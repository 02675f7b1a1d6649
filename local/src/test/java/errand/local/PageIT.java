package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import errand.embedded.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The chat page in a real Chromium against all services. The scenarios are scripts ({@code
 * src/test/node/scenarios.js}), run one after the other by one browser; each is a test here.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {

    private static final List<String> SCENARIOS =
            List.of(
                    "joke",
                    "route",
                    "outing",
                    "undone",
                    "doubleClick",
                    "reload",
                    "refuse",
                    "cancel",
                    "question",
                    "options",
                    "silent",
                    "languages",
                    "phone",
                    "reconnect",
                    "trouble",
                    "markup",
                    "keyboard");

    private final Map<String, JsonNode> results = new LinkedHashMap<>();
    private Optional<String> lacking = Optional.empty();
    private Cli cli = new Cli(Path.of("."), 0);
    private String said = "";

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        Optional<String> chromium =
                PageScripts.program("chromium", "chromium-browser", "google-chrome");
        lacking =
                chromium.isEmpty()
                        ? Optional.of("no Chromium is here; install it: apt-get install chromium")
                        : PageScripts.installed();
        if (lacking.isPresent()) {
            return;
        }
        cli = new Cli(folder.resolve("data"), FreePort.any());
        var up = cli.run("up", "--detach");
        assertThat(up.exit()).as(up.toString()).isZero();
        fillTheWallet();
        List<String> command = new ArrayList<>(List.of("node", "browser.js", url()));
        command.addAll(List.of(PageScripts.PICTURES.toString(), chromium.orElseThrow()));
        command.addAll(SCENARIOS);
        var browser = PageScripts.run(400, Map.of("FLIGGY", service("agent-fliggy")), command);
        browser.output()
                .lines()
                .map(Json.MAPPER::readTree)
                .forEach(result -> results.put(result.path("name").asString(), result));
        said = browser.errors();
    }

    private String url() {
        return "http://127.0.0.1:" + cli.port();
    }

    private String service(String name) throws Exception {
        for (var service :
                Json.MAPPER.readTree(cli.run("status", "--json").out()).path("services")) {
            if (service.path("name").asString().equals(name)) {
                return service.path("http").asString();
            }
        }
        throw new AssertionError("No service " + name);
    }

    /** For all of the outings together; what one may cost is not what is tested here. */
    private void fillTheWallet() throws Exception {
        try (var alipay = new Client(service("agent-alipay"))) {
            assertThat(alipay.patch("/sandbox/wallets/demo", "{\"balance\":50000000}").status())
                    .isEqualTo(200);
        }
    }

    /** In each test, because a class that is skipped as a whole leaves no trace in the report. */
    @BeforeEach
    void skipWithTheReason() {
        if (lacking.isPresent()) {
            if (System.getenv("CI") != null) {
                fail("CI must run the page's tests: " + lacking.get());
            }
            abort(lacking.get());
        }
    }

    @AfterAll
    void down() throws Exception {
        if (lacking.isEmpty()) {
            cli.run("down");
        }
    }

    private void passes(String scenario) {
        JsonNode result =
                Optional.ofNullable(results.get(scenario))
                        .orElseGet(() -> fail("'%s' was not run: %s".formatted(scenario, said)));
        assertThat(result.path("error").asString(""))
                .as("pictures of '%s' are in %s", scenario, PageScripts.PICTURES)
                .isEmpty();
        assertThat(result.path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_joke_is_told_without_a_plan_and_something_shows_within_two_seconds() {
        passes("joke");
    }

    @Test
    void three_ways_to_the_station_stand_side_by_side_and_the_fastest_is_told() {
        passes("route");
    }

    @Test
    void an_outing_is_asked_once_with_its_total_and_answered_with_every_booking() {
        passes("outing");
    }

    @Test
    void a_hotel_that_is_gone_after_the_yes_gives_the_trains_back_and_says_so() {
        passes("undone");
    }

    @Test
    void a_yes_clicked_twice_in_two_tabs_orders_once() {
        passes("doubleClick");
    }

    @Test
    void a_reload_and_a_second_tab_show_the_same() {
        passes("reload");
    }

    @Test
    void a_no_ends_the_plan_and_nothing_is_paid() {
        passes("refuse");
    }

    @Test
    void cancelling_half_way_withdraws_the_card_and_holds_nothing() {
        passes("cancel");
    }

    @Test
    void what_is_missing_is_asked_and_answered_in_free_words() {
        passes("question");
    }

    @Test
    void an_option_of_a_question_is_answered_by_a_click() {
        passes("options");
    }

    @Test
    void an_agent_that_does_not_answer_is_named_with_what_waits_for_it() {
        passes("silent");
    }

    @Test
    void the_language_is_that_of_the_browser_until_another_is_chosen() {
        passes("languages");
    }

    @Test
    void a_phone_in_the_dark_shows_all_without_scrolling_sideways() {
        passes("phone");
    }

    @Test
    void a_cut_line_is_told_and_nothing_is_lost_or_doubled_when_it_is_mended() {
        passes("reconnect");
    }

    @Test
    void trouble_is_said_in_words() {
        passes("trouble");
    }

    @Test
    void markup_in_what_is_said_stays_text() {
        passes("markup");
    }

    @Test
    void a_card_can_be_answered_by_keyboard() {
        passes("keyboard");
    }

    @Test
    void a_browser_that_has_a_file_is_not_sent_it_again() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> first = http.send(page("/").build(), BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'self';");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            var again = page("/").header("If-None-Match", tag).build();
            assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
            var absent = page("/page/nothing.js").build();
            assertThat(http.send(absent, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        }
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }
}
