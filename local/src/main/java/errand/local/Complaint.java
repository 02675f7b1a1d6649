package errand.local;

/**
 * Why a command cannot do its work: one sentence for the person at the terminal, no stack trace.
 */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Complaint(String message) {
        this(message, 1);
    }

    Complaint(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public Complaint(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = 1;
    }

    /** What the command exits with. */
    int exitCode() {
        return exitCode;
    }
}
