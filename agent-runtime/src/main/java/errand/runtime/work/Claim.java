package errand.runtime.work;

/**
 * Whoever claims a task id first decides what became of it.
 *
 * @param taskId idempotency key
 * @param capability full name
 * @param inputHash SHA-256 of the input text, hex; empty for a cancel, which has no input
 * @param conversationId key of the reply
 */
public record Claim(String taskId, String capability, String inputHash, String conversationId) {}
