package errand.bench.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** All pages that listen, spread evenly over the conversations. */
public final class Crowd implements AutoCloseable {

    private static final int OPENED_AT_ONCE = 32;

    /** Pages besides, whose connections may be broken. */
    private static final int UNSTEADY = 10;

    private final String api;
    private final Appended appended;
    private final Conversations conversations;
    private final Talk talk;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Listener> unsteady = new ArrayList<>();
    private final Histogram fanOut = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);

    /**
     * Opens conversations, and pages that listen to them; returns once all are connected.
     *
     * @param pages at least as many as conversations
     */
    public Crowd(String api, Appended appended, int pages, int conversations)
            throws InterruptedException {
        this.api = api;
        this.appended = appended;
        this.conversations = new Conversations(api);
        List<String> ids = this.conversations.open(conversations);
        this.talk = new Talk(this.conversations, ids);
        for (int i = 0; i < pages; i++) {
            listeners.add(listener(ids.get(i % conversations), i < conversations));
        }
        for (int i = 0; i < Math.min(UNSTEADY, conversations); i++) {
            unsteady.add(listener(ids.get(i), false));
        }
        openAll(listeners);
        openAll(unsteady);
    }

    /** The page that speaks is the one whose first sign counts: one of each conversation. */
    private Listener listener(String conversation, boolean speaks) {
        return new Listener(
                api, conversation, (by, event, nanos) -> heard(by, event, nanos, speaks));
    }

    private static void openAll(List<Listener> closed) throws InterruptedException {
        try (ExecutorService opening =
                Executors.newFixedThreadPool(OPENED_AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = new ArrayList<Future<?>>();
            for (var one : closed) {
                begun.add(
                        opening.submit(
                                () -> {
                                    one.open();
                                    return null;
                                }));
            }
            for (var one : begun) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A page could not connect", e);
        }
    }

    private void heard(Listener by, EventReader.Event event, long nanos, boolean speaks) {
        if (!event.id().isEmpty()) {
            Place place = Place.of(event.id());
            long at = appended.at(place.partition(), place.offset());
            if (at < 0 || at > by.openedAt()) { // not while it catches up
                fanOut.recordValue(at < 0 ? 1 : Math.max(1, nanos - at));
            }
        }
        if (speaks) {
            talk.heard(event, nanos);
        }
    }

    /** What is said in the conversations. */
    public Talk talk() {
        return talk;
    }

    /** Pages besides, whose connections may be broken and opened again. */
    List<Listener> unsteady() {
        return unsteady;
    }

    /** All pages, for an audit. */
    List<Listener> everybody() {
        return Stream.concat(listeners.stream(), unsteady.stream()).toList();
    }

    /** From the plain consumer's getting a record to a page's, in nanoseconds. */
    Histogram fanOut() {
        return fanOut.copy();
    }

    /** Forgets what was measured so far. */
    void forget() {
        fanOut.reset();
        talk.forget();
    }

    void say(String conversation, String text) throws IOException, InterruptedException {
        conversations.say(conversation, text);
    }

    @Override
    public void close() {
        everybody().parallelStream().forEach(Listener::close);
        talk.close();
    }
}
