package errand.local;

/**
 * Why a command cannot do its work: one sentence for the person at the terminal, no stack trace.
 */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Complaint(String message) {
        super(message);
    }

    Complaint(String message, Throwable cause) {
        super(message, cause);
    }
}
