package errand.bench.chat;

import errand.bench.load.Driver;
import errand.bench.load.Observed;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** While the window is open pages go and come back; what was measured before it is forgotten. */
final class ChatWindow implements Driver.Window, AutoCloseable {

    private final Observed observed;
    private final Crowd crowd;
    private Histogram cameBack = new Histogram(3);
    private @Nullable Resumes resumes;

    ChatWindow(Observed observed, Crowd crowd) {
        this.observed = observed;
        this.crowd = crowd;
    }

    @Override
    public void opens() {
        crowd.forget();
        observed.opens();
        resumes = new Resumes(crowd);
    }

    @Override
    public void closes() {
        observed.closes();
        try {
            cameBack = Objects.requireNonNull(resumes).finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Observed observed() {
        return observed;
    }

    /** From asking again to the first event that was missed, in nanoseconds. */
    Histogram cameBack() {
        return cameBack;
    }

    @Override
    public void close() {
        if (resumes != null) {
            resumes.close();
        }
    }
}
