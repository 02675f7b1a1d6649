package errand.orchestrator.planner.language;

/**
 * A thing and how many of it.
 *
 * @param quantity 0 where none was said
 */
public record Item(String text, int quantity) {}
