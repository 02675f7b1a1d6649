package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.embedded.FreePort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything the dashboard draws, drawn once: a real Prometheus beside a platform that works. */
@Tag("compose")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final Path DASHBOARD =
            Path.of("..", "deploy", "grafana", "dashboards", "overview.json");
    private static final int ROUNDS = 60;
    private static final String TRIP = "两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资";

    @TempDir Path folder = Path.of("");
    private Cli cli = new Cli(Path.of("."), 0);
    private Client api = new Client("");

    @BeforeAll
    void up(@TempDir Path data) throws Exception {
        Prometheus.assumeHere();
        cli = new Cli(data.resolve("data"), FreePort.any());
        var up = cli.run("up", "--detach", "--with", "bench");
        assertThat(up.exit()).as(up.toString()).isZero();
        api = new Client("http://127.0.0.1:" + cli.port());
    }

    @AfterAll
    void down() throws Exception {
        api.close();
        if (cli.port() != 0) {
            cli.run("down");
        }
    }

    @Test
    void promtool_accepts_the_configuration() throws Exception {
        var promtool =
                new ProcessBuilder("promtool", "check", "config", Prometheus.CONFIG.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void every_expression_has_data_after_traffic_and_figures_equal_those_of_the_log()
            throws Exception {
        var ports = new HashMap<String, Integer>();
        var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        for (var service : deployment.services()) {
            ports.put(service.name(), deployment.port(service));
        }
        int bench = deployment.port(deployment.service("agent-bench"));
        try (var prometheus = Prometheus.start(folder, ports, bench)) {
            var trip = cli.run("ask", "--yes", TRIP);
            assertThat(trip.exit()).as(trip.toString()).isZero();
            var planId = plans("done").getFirst().path("id").asString();

            assertThat(withoutData(prometheus, expressions())).isEmpty();

            figuresEqualThoseOfTheLog(prometheus, planId);
        }
    }

    /** Traffic of every kind, again and again, until each expression gave a figure. */
    private List<String> withoutData(Prometheus prometheus, List<String> expressions) {
        var missing = new ArrayList<>(expressions);
        assertThat(missing).hasSizeGreaterThan(20);
        for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
            submit("bench.noop.read", "{}");
            submit("bench.fail.read", "{\"kind\":\"refuse\"}");
            submit("bench.fail.read", "{\"kind\":\"transient\",\"times\":1}");
            LockSupport.parkNanos(1_000_000_000);
            missing.removeIf(expression -> !prometheus.figures(expression).isEmpty());
        }
        return missing;
    }

    private void submit(String capability, String input) {
        var answer =
                api.post(
                        "/api/plans",
                        """
                        {"goal": "traffic", "steps": [{"id": "a", "capability": "%s", "input": %s}]}
                        """
                                .formatted(capability, input));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    /** Counted once each, retries apart: what Prometheus adds up is what the view has folded. */
    private void figuresEqualThoseOfTheLog(Prometheus prometheus, String trip) {
        for (int round = 0; ; round++) {
            try {
                for (var state : List.of("done", "failed", "partial", "cancelled")) {
                    var plans = plans(state);
                    assertThat(prometheus.sum("errand_plans_total{state=\"" + state + "\"}"))
                            .as(state)
                            .isEqualTo(plans.size());
                }
                assertThat(prometheus.sum("errand_plans_spent_total"))
                        .isEqualTo(spent(trip) / 100.0);
                assertThat(prometheus.sum("errand_consents_total{state=\"granted\"}")).isEqualTo(1);
                return;
            } catch (AssertionError notYet) {
                if (round == ROUNDS) {
                    throw notYet;
                }
                LockSupport.parkNanos(1_000_000_000);
            }
        }
    }

    private long spent(String planId) {
        return api.get("/api/plans/" + planId).body().path("spent").path("amount").asLong();
    }

    private List<JsonNode> plans(String state) {
        var plans = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = api.get("/api/plans?limit=200&state=" + state + cursor).body();
            page.path("items").forEach(plans::add);
            var next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return plans;
    }

    /** As Grafana would send them. */
    private static List<String> expressions() {
        var dashboard = Json.MAPPER.readTree(DASHBOARD);
        var expressions = new ArrayList<String>();
        for (var panel : dashboard.path("panels")) {
            for (var target : panel.path("targets")) {
                expressions.add(
                        target.path("expr")
                                .asString("")
                                .replace("$__rate_interval", "1m")
                                .replace("$__range", "5m"));
            }
        }
        assertThat(expressions).doesNotContain("");
        return expressions;
    }
}
