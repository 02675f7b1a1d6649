package errand.local;

/**
 * One of the things that {@code up} runs.
 *
 * @param name as in pid files, logs and {@code status}
 * @param main the class that runs it in a process of its own; empty for PostgreSQL
 * @param classPath of an agent that is not of this build, before this command's own; else empty
 */
record Service(String name, Kind kind, String main, String classPath) {

    /** Of this build. */
    Service(String name, Kind kind, String main) {
        this(name, kind, main, "");
    }

    /** How it is started and asked for its health. */
    enum Kind {
        BROKER,
        POSTGRES,
        REGISTRY,
        APPLICATION
    }

    /** Broker, PostgreSQL and agents of others have a process of their own in every mode. */
    boolean alwaysApart() {
        return kind == Kind.BROKER || kind == Kind.POSTGRES || !classPath.isEmpty();
    }

    boolean speaksHttp() {
        return kind == Kind.REGISTRY || kind == Kind.APPLICATION;
    }
}
