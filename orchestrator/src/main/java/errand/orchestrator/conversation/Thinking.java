package errand.orchestrator.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thought of the planner that is awaited.
 *
 * @param taskId idempotency key: the same for every attempt
 * @param messageId what is thought about
 * @param planId the plan that is over or to be revised; null for a draft
 * @param text what the person said; empty for an answer
 * @param attempt 1 for the first
 * @param deadline after it the conversation goes on without
 * @param planOnly only the plan is wanted: nothing is started or stopped, whatever the reply
 */
public record Thinking(
        String taskId,
        String messageId,
        Kind kind,
        @Nullable String planId,
        String user,
        String lang,
        String text,
        int attempt,
        Instant deadline,
        boolean planOnly) {

    /** What is thought about. */
    public enum Kind {
        /** What to do about a message. */
        DRAFT,
        /** What to say now that a plan is over. */
        ANSWER,
        /** How else a plan might go on. */
        REVISE
    }

    Thinking again() {
        return new Thinking(
                taskId, messageId, kind, planId, user, lang, text, attempt + 1, deadline, planOnly);
    }
}
