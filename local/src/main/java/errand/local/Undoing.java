package errand.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a command has to undo however it ends, also when it is interrupted: each once, the last that
 * was added first.
 */
final class Undoing implements AutoCloseable {

    private final Deque<Runnable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::undo, "undo");

    Undoing() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void add(Runnable undone) {
        open.push(undone);
    }

    /** Whoever comes second waits until the first is through, and finds nothing left to do. */
    private synchronized void undo() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    @Override
    public void close() {
        undo();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // This JVM is ending, and its hook found nothing left to do.
        }
    }
}
