package errand.mcp.client;

/** The server went away before it answered. */
public final class SessionLost extends Exception {

    private static final long serialVersionUID = 1L;

    SessionLost() {
        super("the MCP server went away before it answered");
    }
}
