package errand.mcp.server;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A small MCP server for tests: a shop whose orders are lines of a file, so that what it did
 * outlives its process.
 */
public final class ShopServer {

    private ShopServer() {}

    /** On standard streams; its orders are in the file {@code SHOP_ORDERS}. */
    public static void main(String... args) {
        PrintStream protocol = System.out;
        System.setOut(System.err); // where loggers of this class path write to
        System.err.println("shop: started with secret " + System.getenv("SHOP_SECRET"));
        ShopTools tools = new ShopTools(Path.of(System.getenv("SHOP_ORDERS")));
        McpSyncServer server =
                McpServer.sync(
                                new StdioServerTransportProvider(
                                        McpJsonDefaults.getMapper(), System.in, protocol))
                        .serverInfo("shop", "1.4")
                        .capabilities(capabilities())
                        .tools(tools.all())
                        .build();
        tools.servedBy(server);
    }

    /** Over streamable HTTP, as a servlet at {@code /mcp}. */
    static HttpServletStreamableServerTransportProvider servlet(Path orders) {
        HttpServletStreamableServerTransportProvider servlet =
                HttpServletStreamableServerTransportProvider.builder()
                        .jsonMapper(McpJsonDefaults.getMapper())
                        .mcpEndpoint("/mcp")
                        .build();
        ShopTools tools = new ShopTools(orders);
        McpSyncServer server =
                McpServer.sync(servlet)
                        .serverInfo("shop", "1.4")
                        .capabilities(capabilities())
                        .tools(tools.all())
                        .build();
        tools.servedBy(server);
        return servlet;
    }

    private static McpSchema.ServerCapabilities capabilities() {
        return McpSchema.ServerCapabilities.builder().tools(true).build();
    }
}
