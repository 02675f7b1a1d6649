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

    /** Looks whether something holds that must. */
    static void unless(String invariant, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new Broken(invariant, String.valueOf(e.getMessage()), e);
        }
    }

    String invariant() {
        return invariant;
    }
}
