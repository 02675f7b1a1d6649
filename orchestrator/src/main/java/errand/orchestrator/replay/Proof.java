package errand.orchestrator.replay;

import errand.orchestrator.conversation.Conversation;
import java.util.List;

/**
 * What came of rebuilding a conversation.
 *
 * @param inputs records of the inbox that were run again
 * @param events numbered events that they gave
 * @param repeated records of the log that repeat a number, as crashes leave them
 * @param folded the conversation as the fold of the recorded events, ended plans included
 * @param liveKnown whether the engine still holds the conversation
 * @param differences what is not the same; empty when everything is
 */
public record Proof(
        int inputs,
        int events,
        int repeated,
        Conversation folded,
        boolean liveKnown,
        List<String> differences) {

    public Proof {
        differences = List.copyOf(differences);
    }

    public boolean holds() {
        return differences.isEmpty();
    }
}
