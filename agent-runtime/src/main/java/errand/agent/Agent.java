package errand.agent;

/** One business that takes part: a table of what it can do. Knows nothing of how tasks arrive. */
public interface Agent {

    /** The table; read once at start, so the same table every time. */
    Capabilities capabilities();
}
