package errand.orchestrator.view;

import errand.orchestrator.conversation.Conversation;
import java.time.Instant;
import java.util.Map;

/**
 * A conversation as the view holds it between records. Immutable.
 *
 * @param live with the plans that have not ended
 * @param tracks by plan, for the plans in {@code live}
 */
record Standing(
        Conversation live,
        Map<String, PlanTrack> tracks,
        String user,
        String lang,
        Instant createdAt,
        int partition,
        long firstOffset,
        long lastOffset,
        long inboxFirst,
        long inboxLast) {

    String id() {
        return live.id();
    }

    long seq() {
        return live.seq();
    }
}
