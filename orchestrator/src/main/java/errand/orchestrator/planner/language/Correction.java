package errand.orchestrator.planner.language;

/** A misspelt word and the one it was taken for. */
public record Correction(String said, String meant) {}
