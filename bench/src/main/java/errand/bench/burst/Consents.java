package errand.bench.burst;

import errand.facts.ConsentAsked;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * People who say yes to the cards of their plans as soon as the log shows them; of other people's
 * plans no card is touched. Whoever is impatient says it twice.
 */
final class Consents implements AutoCloseable {

    private static final int IMPATIENT = 20;

    private final Posts posts;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Card> early = new ConcurrentHashMap<>();
    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Histogram answered = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(5), 3);
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

    Consents(Posts posts) {
        this.posts = posts;
    }

    private record Card(String conversation, String id, String hash, long shownAt) {}

    /**
     * The log shows a card of anybody's plan; it may come before the answer to who handed it in.
     */
    void shown(String conversation, ConsentAsked card) {
        var shown = new Card(conversation, card.getConsentId(), card.getHash(), System.nanoTime());
        early.put(card.getPlanId(), shown);
        match(card.getPlanId());
    }

    /** A plan was taken from somebody here. */
    void handedIn(String plan) {
        ours.add(plan);
        match(plan);
    }

    private void match(String plan) {
        if (ours.contains(plan)) {
            Card card = early.remove(plan);
            if (card != null) {
                boolean twice = asked.add(plan) && asked.size() % IMPATIENT == 0;
                people.execute(() -> agree(card, twice));
            }
        }
    }

    private void agree(Card card, boolean twice) {
        try {
            grant(card, "");
            answered.recordValue(Math.max(1, System.nanoTime() - card.shownAt()));
            if (twice) {
                grant(card, "-again");
            }
        } catch (IOException | RuntimeException e) {
            failed.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void grant(Card card, String again) throws IOException, InterruptedException {
        posts.insist(
                "/api/conversations/%s/consents/%s".formatted(card.conversation(), card.id()),
                card.id() + again,
                "{\"decision\": \"grant\", \"hash\": \"%s\"}".formatted(card.hash()),
                200,
                status -> status == 202 || status == 503);
    }

    /** From the card's being in the log to the verdict on the yes, in nanoseconds. */
    Histogram answered() {
        return answered.copy();
    }

    /** A yes that was not taken, in words. */
    void refuseFailures() {
        Exception first = failed.get();
        if (first != null) {
            throw new IllegalStateException("A yes was not taken: " + first, first);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
