package errand.runtime.work;

import errand.common.FailureKind;
import org.jspecify.annotations.Nullable;

/** A task that cannot be done as it is: carried out of the transaction, which is rolled back. */
final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String code;
    private final boolean dead;

    private Rejected(
            FailureKind kind, String code, String message, boolean dead, @Nullable Throwable why) {
        super(message, why);
        this.kind = kind;
        this.code = code;
        this.dead = dead;
    }

    static Rejected invalid(String code, String message) {
        return new Rejected(FailureKind.INVALID, code, message, false, null);
    }

    static Rejected late(String message) {
        return new Rejected(FailureKind.TIMEOUT, "DEADLINE_PASSED", message, false, null);
    }

    static Rejected unavailable(String code, String message, @Nullable Throwable why) {
        return new Rejected(FailureKind.TRANSIENT, code, message, false, why);
    }

    /** Something is broken: an operator must look, too. */
    static Rejected broken(String code, String message, @Nullable Throwable why) {
        return new Rejected(FailureKind.INVALID, code, message, true, why);
    }

    FailureKind kind() {
        return kind;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    @Nullable DeadLetter deadLetter() {
        return dead ? new DeadLetter(code, text()) : null;
    }
}
