package errand.mcp.server;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tools of the shop: some read, some bind, some fail in every way a tool can. */
final class ShopTools {

    private static final ToolAnnotations READS =
            ToolAnnotations.builder().readOnlyHint(true).build();
    private static final ToolAnnotations REPEATABLE =
            ToolAnnotations.builder().readOnlyHint(false).idempotentHint(true).build();

    private final Path orders;
    private @Nullable McpSyncServer server;

    ShopTools(Path orders) {
        this.orders = orders;
    }

    void servedBy(McpSyncServer server) {
        this.server = server;
    }

    List<SyncToolSpecification> all() {
        return List.of(
                tool("list_orders", "All orders (订单)", READS, List.of(), args -> list()),
                tool("create_order", "Orders a thing (下单)", null, List.of("thing"), this::create),
                tool("set_note", "Writes a note", REPEATABLE, List.of("thing"), this::note),
                tool("cancel_order", "Cancels an order", null, List.of("order_id"), this::cancel),
                tool(
                        "refuse",
                        "Never works",
                        READS,
                        List.of(),
                        args -> failed("Closed on Mondays")),
                tool(
                        "break_protocol",
                        "Answers an error",
                        READS,
                        List.of(),
                        args -> broken(-32603)),
                tool("crash", "Ends the server", READS, List.of(), args -> crash()),
                tool("sleep", "Takes its time", READS, List.of("ms"), ShopTools::sleep),
                tool("environment", "Its environment", READS, List.of(), args -> environment()),
                tool("open_counter", "Adds a tool", READS, List.of(), args -> openCounter()));
    }

    private static SyncToolSpecification tool(
            String name,
            String description,
            @Nullable ToolAnnotations hints,
            List<String> arguments,
            Function<Map<String, Object>, CallToolResult> work) {
        Map<String, Object> properties =
                arguments.stream()
                        .collect(
                                Collectors.toMap(
                                        argument -> argument,
                                        argument -> Map.of("type", "string")));
        Tool.Builder tool =
                Tool.builder(
                                name,
                                Map.of(
                                        "type",
                                        "object",
                                        "properties",
                                        properties,
                                        "required",
                                        arguments))
                        .description(description);
        if (hints != null) {
            tool.annotations(hints);
        }
        if (name.equals("create_order")) {
            tool.outputSchema(
                    Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of("order_id", Map.of("type", "string")),
                            "required",
                            List.of("order_id")));
        }
        return SyncToolSpecification.builder()
                .tool(tool.build())
                .callHandler(
                        (exchange, request) ->
                                work.apply(
                                        Objects.requireNonNullElse(request.arguments(), Map.of())))
                .build();
    }

    private CallToolResult list() {
        String list =
                lines().stream()
                        .map(line -> line.split(" ", 2))
                        .map(
                                parts ->
                                        "{\"order_id\":\"%s\",\"name\":\"%s\"}"
                                                .formatted(parts[0], parts[1]))
                        .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
        return text(list);
    }

    /**
     * A thing called {@code lost} is ordered, and the answer never comes; {@code slow} comes late.
     */
    private CallToolResult create(Map<String, Object> args) {
        String thing = String.valueOf(args.get("thing"));
        String id = "o-" + (lines().size() + 1);
        add(id + " " + thing);
        if (thing.equals("lost")) {
            Runtime.getRuntime().halt(3);
        }
        if (thing.startsWith("slow")) {
            pause(1_500);
        }
        return CallToolResult.builder(List.of()).structuredContent(Map.of("order_id", id)).build();
    }

    /** Ends the first time, after it was written. */
    private CallToolResult note(Map<String, Object> args) {
        String line = "note " + args.get("thing");
        if (!lines().contains(line)) {
            add(line);
            Runtime.getRuntime().halt(3);
        }
        return text("noted");
    }

    private CallToolResult cancel(Map<String, Object> args) {
        String id = String.valueOf(args.get("order_id"));
        List<String> left = lines().stream().filter(line -> !line.startsWith(id + " ")).toList();
        try {
            Files.write(orders, left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text("cancelled " + id);
    }

    private static CallToolResult broken(int code) {
        throw McpError.builder(code).message("The shop's own fault").build();
    }

    private static CallToolResult crash() {
        Runtime.getRuntime().halt(3);
        return text("never");
    }

    private static CallToolResult sleep(Map<String, Object> args) {
        pause(Long.parseLong(String.valueOf(args.get("ms"))));
        return text("slept");
    }

    private static CallToolResult environment() {
        return text(String.join("\n", System.getenv().keySet()));
    }

    private CallToolResult openCounter() {
        Objects.requireNonNull(server)
                .addTool(tool("buy_now", "At the counter", null, List.of("thing"), this::create));
        return text("open");
    }

    private static CallToolResult failed(String why) {
        return CallToolResult.builder().addTextContent(why).isError(true).build();
    }

    private static CallToolResult text(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(orders) ? Files.readAllLines(orders) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        try {
            Files.writeString(
                    orders, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
