package errand.orchestrator.engine;

/**
 * Something outside is away (the registry, the broker), or this thread was: the same input can be
 * tried again later.
 */
final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String why) {
        super(why);
    }

    NotNow(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
