package errand.mcp.call;

import errand.agent.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Remembers the calls that were sent, apart from any transaction that is under way: what is written
 * here stays, whatever becomes of the task.
 */
public interface SentCalls {

    /**
     * A call is about to be sent.
     *
     * @return whether it is the first of its task
     */
    boolean sending(String taskId, String capability, JsonNode arguments);

    /** It was not sent after all, or not taken: it has not happened. */
    void notSent(String taskId);

    /** What came of it; the first word counts. */
    void answered(String taskId, Outcome<JsonNode> outcome, String toldBy);

    /** The call of a task; empty when none was sent. */
    Optional<Sent> find(String taskId);

    /** Calls of which nobody knows what came of them, oldest first. */
    List<Sent> unknown();

    /**
     * A call that was sent.
     *
     * @param outcome null: not known
     */
    record Sent(
            String taskId,
            String capability,
            JsonNode arguments,
            Instant at,
            @Nullable Outcome<JsonNode> outcome) {}
}
