package errand.orchestrator.documents;

import errand.orchestrator.plan.Failure;

/** Leaves the work on a document that does not fit; becomes a fault at the edge of this package. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Unfit(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Failure failure() {
        return Failure.of(Failure.Kind.INVALID, code, String.valueOf(getMessage()));
    }
}
