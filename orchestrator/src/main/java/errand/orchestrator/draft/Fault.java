package errand.orchestrator.draft;

/**
 * One thing that is wrong with a draft.
 *
 * @param path JSON pointer into the draft; empty for the whole of it
 * @param code stable, upper snake case
 * @param message what, why and what is possible, in English
 */
public record Fault(String path, String code, String message) {}
