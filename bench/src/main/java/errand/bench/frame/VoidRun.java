package errand.bench.frame;

/** Ends a run that says nothing; the message says why. */
public final class VoidRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VoidRun(String why) {
        super(why);
    }
}
