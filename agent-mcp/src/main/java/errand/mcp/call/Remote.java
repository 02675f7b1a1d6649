package errand.mcp.call;

import errand.agent.TransientFailure;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server behind an agent. */
public interface Remote {

    /**
     * Sends a call; nobody times it.
     *
     * @return the protocol's result; fails as the client does
     * @throws TransientFailure when the server is down: nothing was sent
     */
    CompletableFuture<JsonNode> call(String tool, ObjectNode arguments);

    /** Throws {@link TransientFailure} when the server is down. */
    void needed();
}
