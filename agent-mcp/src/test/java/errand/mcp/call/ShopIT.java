package errand.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.common.FailureKind;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.mcp.server.ShopServer;
import errand.mcp.settings.Bound;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is a process: its tools as capabilities, and what follows when it dies. */
@Tag("integration")
class ShopIT {

    @TempDir private Path folder;
    private Path orders;
    private Shop shop;

    @BeforeEach
    void start() throws InterruptedException {
        orders = folder.resolve("orders.txt");
        shop =
                new Shop(
                        Bound.server(
                                Map.ofEntries(
                                        Map.entry("command", java()),
                                        Map.entry("args[0]", "-XX:TieredStopAtLevel=1"),
                                        Map.entry("args[1]", "-cp"),
                                        Map.entry("args[2]", System.getProperty("java.class.path")),
                                        Map.entry("args[3]", ShopServer.class.getName()),
                                        Map.entry("env.SHOP_ORDERS", orders.toString()),
                                        Map.entry("env.SHOP_SECRET", "s3cret"),
                                        Map.entry("answers-within", "1s"),
                                        Map.entry("tools.create_order.undone-by", "cancel_order"),
                                        Map.entry("tools.environment.answers-within", "5s"))));
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void reads_without_asking_and_gives_ids_to_cite() throws IOException {
        Files.writeString(orders, "o-1 lamp\no-2 chair\n");
        JsonNode output = output(shop.harness().call("mcp.orders.list", "{}"));
        assertThat(output.at("/structured/orders/1/name").asString()).isEqualTo("chair");
        assertThat(output.path("items").findValuesAsString("id")).containsExactly("o-1", "o-2");
    }

    @Test
    void an_input_that_the_tool_does_not_take_never_reaches_it() {
        Reply reply = shop.harness().call("mcp.sleep", "{\"ms\":7}");
        assertThat(reply.failure()).isEqualTo(FailureKind.INVALID);
        assertThat(AgentHarness.failure(reply).getMessage())
                .startsWith("Input of 'mcp.sleep' does not fit at /ms");
    }

    @Test
    void binds_once_under_a_consent_and_is_undone_by_its_own_ids() throws IOException {
        assertThat(AgentHarness.failure(shop.harness().call("mcp.order.create", lamp())).getCode())
                .isEqualTo("CONSENT_MISMATCH");
        TaskRequested task = shop.agreed("order.create", lamp());
        Reply first = shop.harness().deliver(task);
        assertThat(output(first).path("order_id").asString()).isEqualTo("o-1");
        assertThat(shop.harness().deliver(task).record()).isEqualTo(first.record());
        assertThat(shop.harness().cancel(task).record()).isEqualTo(first.record());
        assertThat(lines()).containsExactly("o-1 lamp");
        shop.harness().undo("mcp.order.cancel", "{\"order_id\":\"o-1\"}");
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_tool_that_fails_refuses_in_its_own_words() {
        Reply reply = shop.harness().call("mcp.refuse", "{}");
        assertThat(reply.failure()).isEqualTo(FailureKind.REFUSED);
        assertThat(AgentHarness.failure(reply).getCode()).isEqualTo("TOOL_ERROR");
        assertThat(AgentHarness.failure(reply).getMessage()).isEqualTo("Closed on Mondays");
    }

    @Test
    void what_may_pass_can_be_tried_again() {
        assertTransient(shop.harness().call("mcp.break.protocol", "{}"), "PROTOCOL_ERROR");
        assertTransient(shop.harness().call("mcp.sleep", "{\"ms\":\"5000\"}"), "TIMED_OUT");
    }

    @Test
    void a_server_that_dies_is_started_again() {
        assertTransient(shop.harness().call("mcp.crash", "{}"), "SERVER_DOWN");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.harness().call("mcp.orders.list", "{}").failure() == null);
        assertThat(shop.agent().capabilities().isUp()).isTrue();
    }

    @Test
    void what_may_have_happened_is_not_done_again_and_not_denied() throws IOException {
        TaskRequested task = shop.agreed("order.create", "{\"thing\":\"lost\"}");
        assertTransient(shop.harness().deliver(task), "OUTCOME_UNKNOWN");
        await().atMost(Duration.ofSeconds(30)).until(shop.link()::isUp);
        assertTransient(shop.harness().deliver(task), "OUTCOME_UNKNOWN");
        assertTransient(shop.harness().cancel(task), "OUTCOME_UNKNOWN");
        shop.clock().forward(Duration.ofHours(1));
        assertTransient(shop.harness().cancel(task), "OUTCOME_UNKNOWN");
        assertThat(lines()).containsExactly("o-1 lost");
        assertThat(shop.calls().unknown())
                .extracting(SentCalls.Sent::capability)
                .containsExactly("mcp.order.create");
    }

    @Test
    void a_late_answer_still_counts() throws IOException {
        TaskRequested task = shop.agreed("order.create", "{\"thing\":\"slow lamp\"}");
        assertTransient(shop.harness().deliver(task), "OUTCOME_UNKNOWN");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shop.harness().deliver(task).failure() == null);
        assertThat(lines()).containsExactly("o-1 slow lamp");
    }

    @Test
    void what_twice_is_as_good_as_once_is_asked_for_again() throws IOException {
        TaskRequested task = shop.agreed("note.set", "{\"thing\":\"milk\"}");
        assertTransient(shop.harness().deliver(task), "OUTCOME_UNKNOWN");
        await().atMost(Duration.ofSeconds(30)).until(shop.link()::isUp);
        assertThat(output(shop.harness().deliver(task)).path("text").asString()).isEqualTo("noted");
        assertThat(lines()).containsExactly("note milk");
    }

    @Test
    void what_was_never_sent_never_happens_once_it_is_cancelled() throws IOException {
        shop.link().close();
        TaskRequested task = shop.agreed("order.create", lamp());
        assertTransient(shop.harness().deliver(task), "SERVER_DOWN");
        assertThat(shop.harness().cancel(task).failure()).isEqualTo(FailureKind.CANCELLED);
        assertThat(shop.calls().unknown()).isEmpty();
        assertThat(lines()).isEmpty();
    }

    @Test
    void tools_that_are_added_are_offered() throws InterruptedException {
        assertThat(shop.harness().call("mcp.counter.open", "{}").failure()).isNull();
        assertThat(shop.offered().tools()).extracting("name").contains("buy_now");
    }

    @Test
    void the_process_knows_no_secrets_of_ours() {
        JsonNode output = output(shop.harness().call("mcp.environment", "{}"));
        List<String> known = output.path("text").asString().lines().toList();
        assertThat(known).contains("SHOP_SECRET", "PATH");
        assertThat(known)
                .isSubsetOf(
                        "SHOP_SECRET",
                        "SHOP_ORDERS",
                        "PATH",
                        "HOME",
                        "LOGNAME",
                        "SHELL",
                        "TERM",
                        "USER",
                        "PWD",
                        "SHLVL",
                        "_",
                        "OLDPWD",
                        "LC_CTYPE");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String lamp() {
        return "{\"thing\":\"lamp\"}";
    }

    private List<String> lines() throws IOException {
        return Files.exists(orders) ? Files.readAllLines(orders) : List.of();
    }

    private static void assertTransient(Reply reply, String code) {
        assertThat(AgentHarness.failure(reply).getCode())
                .as(AgentHarness.failure(reply).getMessage())
                .isEqualTo(code);
        assertThat(reply.failure()).isEqualTo(FailureKind.TRANSIENT);
    }

    private static JsonNode output(Reply reply) {
        assertThat(reply.record()).as("%s", reply.record()).isInstanceOf(TaskSucceeded.class);
        return AgentHarness.output(reply, JsonNode.class);
    }
}
