package errand.bench.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What pages were told beside the whole of their conversations, read anew from the beginning.
 *
 * @param events of all pages together
 * @param repeated that came again, or out of order
 * @param missing that never came, although the conversation has them
 */
record Audit(long events, long repeated, long missing) {

    private static final int READ_AT_ONCE = 32;
    private static final Duration WITHIN = Duration.ofSeconds(20);

    static Audit of(String api, List<Listener> listeners) throws InterruptedException {
        Map<String, List<Listener>> pages = new LinkedHashMap<>();
        listeners.forEach(
                one -> pages.computeIfAbsent(one.conversation(), id -> new ArrayList<>()).add(one));
        try (ExecutorService readers =
                Executors.newFixedThreadPool(READ_AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = new ArrayList<Future<Audit>>();
            pages.forEach((id, told) -> begun.add(readers.submit(() -> of(api, id, told))));
            Audit sum = new Audit(0, 0, 0);
            for (var one : begun) {
                sum = sum.plus(one.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A conversation could not be read again", e);
        }
    }

    private static Audit of(String api, String conversation, List<Listener> pages)
            throws IOException, InterruptedException {
        long last = pages.stream().mapToLong(one -> one.seen().last()).max().orElse(-1);
        Audit sum = new Audit(0, 0, 0);
        try (var again = new Listener(api, conversation, (by, event, nanos) -> {})) {
            again.open();
            long until = System.nanoTime() + WITHIN.toNanos();
            while (again.seen().last() < last) {
                if (System.nanoTime() > until) {
                    throw new IOException(
                            "%s was not told again up to %s"
                                    .formatted(conversation, Place.unpacked(last)));
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            for (Listener page : pages) {
                sum = sum.plus(of(page.seen(), again.seen()));
            }
        }
        return sum;
    }

    /** Of one page. */
    static Audit of(Seen told, Seen whole) {
        return new Audit(told.size(), told.repeated(), told.missing(whole));
    }

    private Audit plus(Audit other) {
        return new Audit(events + other.events, repeated + other.repeated, missing + other.missing);
    }
}
