package errand.mcp.call;

import errand.agent.Outcome;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Of an agent that only reads. */
final class NoSentCalls implements SentCalls {

    @Override
    public boolean sending(String taskId, String capability, JsonNode arguments) {
        throw new IllegalStateException(
                "Task '%s' writes, and this agent has no database.".formatted(taskId));
    }

    @Override
    public void notSent(String taskId) {}

    @Override
    public void answered(String taskId, Outcome<JsonNode> outcome, String toldBy) {}

    @Override
    public Optional<Sent> find(String taskId) {
        return Optional.empty();
    }

    @Override
    public List<Sent> unknown() {
        return List.of();
    }
}
