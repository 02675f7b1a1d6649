package errand.runtime.moments;

import java.nio.file.Path;

/**
 * Is told when a process has reached a moment that matters for crashes. Does nothing in production;
 * kill tests park the thread there and kill the process.
 */
@FunctionalInterface
public interface Moments {

    /** A write task is about to begin its effect. */
    String BEFORE_EFFECT = "before-effect";

    /** Effect, inbox row and reply are committed; the reply has not been sent. */
    String AFTER_EFFECT_BEFORE_REPLY = "after-effect-before-reply";

    /** The broker has the reply; the task has not been acknowledged. */
    String AFTER_REPLY_BEFORE_ACK = "after-reply-before-ack";

    /** The engine's outputs are sent; its offset has not been committed. */
    String AFTER_OUTPUTS_BEFORE_COMMIT = "after-outputs-before-commit";

    /**
     * @param moment one of the names above
     * @param detail what was being done, such as a task id
     */
    void reached(String moment, String detail);

    /** Always the same instance, so that who waits for a moment can tell that nobody will. */
    static Moments none() {
        return NoMoments.NONE;
    }

    /**
     * Moments armed by files: when {@code directory/<moment>} exists, it is renamed to {@code
     * <moment>.reached}, which then holds {@code <pid> <detail>}, and the thread parks until {@code
     * <moment>.go} exists. A file that holds text is meant for a detail that contains it only.
     */
    static Moments in(Path directory) {
        return new ArmedMoments(directory);
    }

    /** {@link #in} this directory, or {@link #none} where it is blank. */
    static Moments inAny(String directory) {
        return directory.isBlank() ? none() : in(Path.of(directory));
    }
}
