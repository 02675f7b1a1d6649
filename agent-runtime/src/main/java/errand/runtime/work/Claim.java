package errand.runtime.work;

import errand.events.TaskCancelled;
import errand.events.TaskRequested;

/**
 * Whoever claims a task id first decides what became of it.
 *
 * @param taskId idempotency key
 * @param capability full name
 * @param inputHash SHA-256 of the input text, hex; empty for a cancel, which has no input
 * @param conversationId key of the reply
 */
public record Claim(String taskId, String capability, String inputHash, String conversationId) {

    /**
     * @param hashed whether the input is to be compared with that of a later delivery
     */
    static Claim of(TaskRequested asked, boolean hashed) {
        return new Claim(
                asked.getTaskId(),
                asked.getCapability(),
                hashed ? Hashes.sha256(asked.getInput()) : "",
                asked.getConversationId());
    }

    static Claim of(TaskCancelled cancelled) {
        return new Claim(
                cancelled.getTaskId(),
                cancelled.getCapability(),
                "",
                cancelled.getConversationId());
    }
}
