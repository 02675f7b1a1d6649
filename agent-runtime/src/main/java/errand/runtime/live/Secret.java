package errand.runtime.live;

/** A key or password. Shows itself to nobody but who asks for it by {@link #reveal}. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    static Secret of(String value) {
        return new Secret(value);
    }

    /** For signing and sending only; never for a message, a log line or an exception. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
