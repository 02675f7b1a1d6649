package errand.orchestrator.conversation;

/**
 * What the person is asked before there can be a plan.
 *
 * @param text all of it in words
 * @param parts JSON array of {id, slot, text, options}
 * @param pending JSON that goes back to the planner with the next message
 */
public record Question(String text, String parts, String pending) {}
