package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Scenarios tried out: only planned, and run by their own examples. */
@Tag("integration")
@ExtendWith(OnInstallation.class)
class DemoIT {

    private final Cli cli;
    private final Client api;

    DemoIT(Running running) {
        this.cli = running.cli();
        this.api = running.api();
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 什么都没有开始",
        "en, nothing was started",
    })
    void only_planned_the_plan_is_told_and_nothing_is_started(String lang, String told)
            throws Exception {
        var result = cli.run("demo", "team-building", "--lang", lang, "--plan-only", "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        List<JsonNode> events =
                result.out().lines().map(line -> Json.MAPPER.readTree(line)).toList();
        assertThat(events)
                .extracting(event -> event.path("event").asString(""))
                .doesNotContain("plan", "step", "consent")
                .endsWith("answer");
        JsonNode answer = events.getLast().path("data");
        assertThat(answer.path("text").asString("")).contains(told);
        JsonNode cards = answer.path("cards");
        assertThat(cards.path("preview").path("steps").size()).isGreaterThan(15);
        assertThat(cards.path("preview").path("asks").size()).isOne();
        var checked = api.post("/api/plans?dryRun=true", cards.path("draft").toString());
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    }

    @Test
    void a_playbook_runs_end_to_end_by_its_own_example() throws Exception {
        var result = cli.run("demo", "drinks");

        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).contains("> 帮我点2杯热拿铁送到公司");
        assertThat(result.out()).contains("✓ pay", "订单号", "已支付 ¥");
        assertThat(result.out().lines().filter(line -> line.endsWith("步") || line.contains("→")))
                .as("the plan is told before its steps")
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("西溪园区");
    }

    @Test
    void who_asks_for_one_that_there_is_not_is_told_which_there_are() throws Exception {
        var unknown = cli.run("demo", "moon-trip");
        var all = cli.run("demo", "--lang", "en");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no playbook 'moon-trip'", "train-search, weather");
        assertThat(all.exit()).isZero();
        assertThat(all.out()).contains("team-building", "weather in Hangzhou");
    }
}
