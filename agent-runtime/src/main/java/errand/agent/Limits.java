package errand.agent;

/**
 * Why an agent can do less than its business does elsewhere, and what it can do instead: a sentence
 * in each language, with its full stop. People read it when they ask for what is absent.
 */
public record Limits(String zh, String en) {}
