package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
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

/** MCP servers as agents on everything real: found, planned, agreed to, lost and found again. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class McpIT {

    /** The shop of agent-mcp's own tests: Maven compiles it before this module's tests run. */
    private static final Path SHOP = Path.of("../agent-mcp/target/test-classes").toAbsolutePath();

    private static final Duration SOON = Duration.ofSeconds(90);

    private Path folder = Path.of("");
    private Path orders = Path.of("");
    private Path script = Path.of("");
    private Cli cli = new Cli(Path.of("."), 0);
    private Client api = new Client("");
    private Client agents = new Client("");

    @BeforeAll
    void up(@TempDir Path temporary) throws Exception {
        folder = temporary;
        orders = folder.resolve("orders.txt");
        script = folder.resolve("shop.sh");
        writeScript();
        Path file = Files.writeString(folder.resolve("mcp.json"), settings());
        cli = new Cli(folder.resolve("data"), FreePort.any());
        var up = cli.run("up", "--detach", "--with", "mcp:" + file);
        assertThat(up.exit()).as(up.toString()).isZero();
        var deployment = Deployment.of(DataFolder.of(cli.data())).orElseThrow();
        api = new Client("http://127.0.0.1:" + cli.port());
        agents = new Client(deployment.http(deployment.service("agent-mcp")));
        await().atMost(SOON).until(() -> health("shop.orders.list").equals("up"));
    }

    @AfterAll
    void down() throws Exception {
        api.close();
        agents.close();
        if (cli.port() != 0) {
            cli.run("down");
        }
    }

    @Test
    @Order(1)
    void tools_are_capabilities_in_the_directory() throws Exception {
        JsonNode create = capability("shop.order.create");
        assertThat(create.path("effect").asString()).isEqualTo("COMMIT");
        assertThat(create.path("maturity").asString()).isEqualTo("confirm");
        assertThat(create.path("undo").asString()).isEqualTo("shop.order.cancel");
        assertThat(create.at("/inputSchema/required/0").asString()).isEqualTo("thing");
        assertThat(capability("shop.orders.list").path("effect").asString()).isEqualTo("READ");
        assertThat(cli.run("agents").out()).contains("shop.order.create").contains("All orders");
    }

    @Test
    @Order(2)
    void a_server_that_cannot_be_started_is_told_and_harms_no_other() {
        JsonNode health = agents.get("/actuator/health").body();
        assertThat(health.path("status").asString()).isEqualTo("DOWN");
        assertThat(health.at("/components/mcp/details/away/server").asString()).isEqualTo("down");
        assertThat(health.at("/components/mcp/details/shop/server").asString()).isEqualTo("up");
        assertThat(agents.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_plan_reads_and_binds_once_under_a_yes() throws IOException {
        Files.writeString(orders, "o-1 lamp\n");
        String plan =
                plan(
                        """
                        {"id":"seen","capability":"shop.orders.list","input":{}},
                        {"id":"more","capability":"shop.order.create",
                         "input":{"thing":"${'shade for ' & $out.seen.structured.orders[0].name}"}}""");
        JsonNode asked = api.awaitPlan(plan, "awaiting-consent");
        assertThat(Files.readAllLines(orders)).containsExactly("o-1 lamp");
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);
        JsonNode done = api.awaitPlan(plan, "done", "failed", "partial");
        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        assertThat(Files.readAllLines(orders)).containsExactly("o-1 lamp", "o-2 shade for lamp");
        assertThat(step(done, "seen").at("/output/items/0/id").asString()).isEqualTo("o-1");
        assertThat(step(done, "more").at("/output/order_id").asString()).isEqualTo("o-2");
    }

    @Test
    @Order(4)
    void a_tool_that_fails_ends_the_plan_in_its_own_words() {
        String plan = plan("{\"id\":\"no\",\"capability\":\"shop.refuse\",\"input\":{}}");
        JsonNode failed = api.awaitPlan(plan, "failed");
        assertThat(step(failed, "no").at("/failure/code").asString()).isEqualTo("TOOL_ERROR");
        assertThat(step(failed, "no").at("/failure/message").asString())
                .isEqualTo("Closed on Mondays");
    }

    @Test
    @Order(5)
    void tools_that_come_later_are_announced() {
        String plan = plan("{\"id\":\"open\",\"capability\":\"shop.counter.open\",\"input\":{}}");
        api.awaitPlan(plan, "done");
        await().atMost(SOON).until(() -> !health("shop.now.buy").isEmpty());
        await().atMost(SOON).until(() -> health("shop.orders.list").equals("up"));
    }

    @Test
    @Order(6)
    void what_may_have_happened_waits_for_a_word_and_is_then_undone() throws IOException {
        Files.writeString(orders, "");
        String plan =
                plan(
                        "{\"id\":\"lost\",\"capability\":\"shop.order.create\",\"input\":{\"thing\":\"lost\"}}");
        api.answerCard(api.awaitPlan(plan, "awaiting-consent"), "grant");
        api.awaitPlan(plan, "unwinding");
        await().atMost(SOON).until(() -> agents.get("/calls").body().path("items").size() == 1);
        JsonNode call = agents.get("/calls").body().at("/items/0");
        assertThat(call.at("/arguments/thing").asString()).isEqualTo("lost");
        String task = call.path("taskId").asString();
        assertThat(word(task, "\"happened\":true,\"output\":{\"nonsense\":1}").status())
                .isEqualTo(422);
        assertThat(word(task, "\"happened\":true,\"output\":{\"order_id\":\"o-1\"}").status())
                .isEqualTo(200);
        assertThat(word(task, "\"happened\":false").status()).isEqualTo(409);
        await().atMost(SOON).until(() -> state(plan).equals("failed"));
        assertThat(step(api.get("/api/plans/" + plan).body(), "lost").path("state").asString())
                .isEqualTo("undone");
        assertThat(Files.readAllLines(orders)).as("ordered once, and cancelled").isEmpty();
    }

    @Test
    @Order(7)
    void a_server_that_is_gone_is_down_in_the_directory_until_it_is_back() throws IOException {
        Files.delete(script);
        await().atMost(SOON).until(() -> health("shop.orders.list").equals("up"));
        ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains("-Dshop=" + orders))
                .forEach(ProcessHandle::destroyForcibly);
        await().atMost(SOON).until(() -> health("shop.orders.list").equals("down"));
        writeScript();
        // Its counter is closed again: the agent of the tools before leaves, another one comes.
        await().atMost(SOON)
                .until(
                        () ->
                                health("shop.now.buy").isEmpty()
                                        && health("shop.orders.list").equals("up"));
        Files.writeString(orders, "o-1 lamp\n");
        String plan = plan("{\"id\":\"seen\",\"capability\":\"shop.orders.list\",\"input\":{}}");
        api.awaitPlan(plan, "done");
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private Client.Answer word(String task, String said) {
        return agents.post("/calls", "{\"taskId\":\"%s\",%s}".formatted(task, said));
    }

    private String plan(String steps) {
        Client.Answer answer =
                api.post("/api/plans", "{\"goal\":\"shopping\",\"steps\":[" + steps + "]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("planId").asString();
    }

    private String state(String plan) {
        return api.get("/api/plans/" + plan).body().path("state").asString("");
    }

    private static JsonNode step(JsonNode plan, String id) {
        return plan.path("steps")
                .valueStream()
                .filter(step -> step.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String health(String name) {
        return capability(name).path("health").asString("");
    }

    private JsonNode capability(String name) {
        return api.get("/api/agents")
                .body()
                .path("agents")
                .valueStream()
                .flatMap(agent -> agent.path("capabilities").valueStream())
                .filter(capability -> capability.path("name").asString().equals(name))
                .findFirst()
                .orElseGet(Json.MAPPER::createObjectNode);
    }

    /** As people have it for other clients, with what only Errand reads beside. */
    private String settings() {
        return """
                {"mcpServers": {
                  "shop": {
                    "type": "stdio", "command": "%s", "env": {"SHOP_ORDERS": "%s"},
                    "answersWithin": "4s",
                    "tools": {"create_order": {"undone-by": "cancel_order"}}
                  },
                  "away": {"command": "%s"}
                }}
                """
                .formatted(script, orders, folder.resolve("no-such-program"));
    }

    private void writeScript() throws IOException {
        var classPath = SHOP + ":" + Files.readString(Path.of("target/runtime.classpath"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path written = Files.writeString(folder.resolve("shop.new"), script(java, classPath));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwx------"));
        Files.move(written, script);
    }

    private String script(Path java, String classPath) {
        return String.join(
                " ",
                List.of(
                        "#!/bin/sh\nexec",
                        java.toString(),
                        "-Dshop=" + orders,
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp",
                        "'" + classPath + "'",
                        "errand.mcp.server.ShopServer\n"));
    }
}
