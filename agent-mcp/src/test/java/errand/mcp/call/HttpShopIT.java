package errand.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.events.TaskRequested;
import errand.mcp.server.HttpShop;
import errand.mcp.settings.Bound;
import errand.testkit.AgentHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server at a URL: streamable HTTP. */
@Tag("integration")
class HttpShopIT {

    @TempDir private Path folder;

    @Test
    void reads_and_binds_and_comes_back_after_it_was_away() throws Exception {
        Path orders = folder.resolve("orders.txt");
        HttpShop server = HttpShop.start(0, orders, "Bearer s3cret");
        try (Shop shop =
                new Shop(
                        Bound.server(
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:" + server.port() + "/mcp",
                                        "headers.Authorization",
                                        "Bearer s3cret")))) {
            TaskRequested task = shop.agreed("order.create", "{\"thing\":\"lamp\"}");
            JsonNode output = AgentHarness.output(shop.harness().deliver(task), JsonNode.class);
            assertThat(output.path("order_id").asString()).isEqualTo("o-1");
            assertThat(Files.readAllLines(orders)).containsExactly("o-1 lamp");

            server.close();
            await().atMost(Duration.ofSeconds(20)).until(() -> !shop.link().isUp());
            assertThat(AgentHarness.failure(shop.harness().call("mcp.orders.list", "{}")).getCode())
                    .isEqualTo("SERVER_DOWN");

            server = HttpShop.start(server.port(), orders, "Bearer s3cret");
            await().atMost(Duration.ofSeconds(20)).until(shop.link()::isUp);
            JsonNode list =
                    AgentHarness.output(
                            shop.harness().call("mcp.orders.list", "{}"), JsonNode.class);
            assertThat(list.at("/items/0/id").asString()).isEqualTo("o-1");
        } finally {
            server.close();
        }
    }
}
