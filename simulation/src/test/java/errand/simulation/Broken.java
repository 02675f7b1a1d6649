package errand.simulation;

/** Something that must always hold did not. */
final class Broken extends AssertionError {

    private static final long serialVersionUID = 1;

    private final String invariant;

    Broken(String invariant, String how, Throwable why) {
        super("%s: %s".formatted(invariant, how), why);
        this.invariant = invariant;
    }

    Broken(String invariant, String how) {
        super("%s: %s".formatted(invariant, how));
        this.invariant = invariant;
    }

    String invariant() {
        return invariant;
    }
}
