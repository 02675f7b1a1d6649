package errand.agent;

/** The business could not be reached or asked to come back later: another try may help. */
public final class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, upper snake case, such as {@code UNAVAILABLE}
     * @param message for people
     */
    public TransientFailure(String code, String message) {
        super(message);
        this.code = code;
    }

    public TransientFailure(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
