package errand.schemas;

/** Topics on the broker are not as the catalogue needs them: missing, or kept otherwise. */
public final class WrongTopics extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongTopics(String message) {
        super(message);
    }
}
