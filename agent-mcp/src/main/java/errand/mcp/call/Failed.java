package errand.mcp.call;

import errand.agent.Outcome;
import errand.agent.TransientFailure;
import io.modelcontextprotocol.spec.McpError;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call that came to nothing means.
 *
 * @param happened whether the tool may have run
 * @param refusal what the task is refused with, when asking again would change nothing; else null
 * @param message in English: what went wrong
 */
record Failed(String code, boolean happened, @Nullable Outcome<JsonNode> refusal, String message) {

    /** JSON-RPC: not understood, no such tool, arguments that it does not take. */
    private static final Set<Integer> NOT_TAKEN = Set.of(-32700, -32600, -32601, -32602);

    static Failed of(String tool, Throwable thrown) {
        McpError error = find(thrown, McpError.class);
        if (error != null && error.getJsonRpcError() != null) {
            String text = String.valueOf(error.getJsonRpcError().message());
            boolean taken = !NOT_TAKEN.contains(error.getJsonRpcError().code());
            return new Failed(
                    "PROTOCOL_ERROR",
                    taken,
                    taken ? null : Outcome.refused("TOOL_ERROR", text),
                    "Tool '%s' was not answered by a result but by error %d: %s"
                            .formatted(tool, error.getJsonRpcError().code(), text));
        }
        boolean reached =
                find(thrown, ConnectException.class) == null
                        && find(thrown, HttpConnectTimeoutException.class) == null;
        return new Failed(
                "SERVER_DOWN",
                reached,
                null,
                "The server of tool '%s' went away: %s".formatted(tool, thrown.getMessage()));
    }

    static Failed late(String tool, long millis) {
        return new Failed(
                "TIMED_OUT",
                true,
                null,
                "Tool '%s' did not answer within %d ms.".formatted(tool, millis));
    }

    /** Another try may help. */
    TransientFailure passing() {
        return new TransientFailure(code, message);
    }

    private static <T> @Nullable T find(Throwable thrown, Class<T> type) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
