package errand.runtime.work;

/** How a remembered task ended. */
public enum Verdict {
    /** It happened. */
    DONE,
    /** The business said no. */
    REFUSED,
    /** It never will happen: it was cancelled, or given up, before it did. */
    CANCELLED
}
