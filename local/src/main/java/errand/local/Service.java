package errand.local;

/**
 * One of the things that {@code up} runs.
 *
 * @param name as in pid files, logs and {@code status}
 * @param main the class that runs it in a process of its own; empty for PostgreSQL
 */
record Service(String name, Kind kind, String main) {

    /** How it is started and asked for its health. */
    enum Kind {
        BROKER,
        POSTGRES,
        REGISTRY,
        APPLICATION
    }

    /** Broker and PostgreSQL have a process of their own in every mode. */
    boolean alwaysApart() {
        return kind == Kind.BROKER || kind == Kind.POSTGRES;
    }

    boolean speaksHttp() {
        return kind == Kind.REGISTRY || kind == Kind.APPLICATION;
    }
}
