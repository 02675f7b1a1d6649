package errand.orchestrator.engine;

/**
 * Going on would be wrong: something is there that only a newer version understands. The engine of
 * this instance stops; nothing is skipped.
 */
final class EngineStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineStopped(String message) {
        super(message);
    }

    EngineStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
