package errand.orchestrator.codec;

/** A kind of fact or input that only a newer version of Errand knows. A fold must stop on it. */
public final class UnknownFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownFact(String what) {
        super(
                "This version of Errand does not know '%s'. Upgrade to the version that wrote it."
                        .formatted(what.length() > 200 ? what.substring(0, 200) + "…" : what));
    }
}
