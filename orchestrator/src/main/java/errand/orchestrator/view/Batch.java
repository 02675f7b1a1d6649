package errand.orchestrator.view;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What some records changed, to be written in one transaction with their offsets: of every row only
 * the last state. Lives for one batch.
 */
final class Batch {

    final Map<String, Standing> conversations = new LinkedHashMap<>();
    final Map<String, Fold.Touched> plans = new LinkedHashMap<>();
    final Map<String, Fold.Card> cards = new LinkedHashMap<>();
    final Map<String, Fold.Message> messages = new LinkedHashMap<>();

    final Map<String, MandateSeen> mandates = new LinkedHashMap<>();

    /** By partition, the offset the view goes on from after this batch. */
    final Map<Integer, Long> next = new LinkedHashMap<>();

    void add(Fold.Folded folded) {
        conversations.put(folded.standing().id(), folded.standing());
        folded.plans().forEach(touched -> plans.put(touched.plan().id(), touched));
        folded.cards().forEach(card -> cards.put(card.consent().id(), card));
        folded.mandates()
                .forEach(
                        seen ->
                                mandates.merge(
                                        seen.id(),
                                        seen,
                                        (a, b) -> a.version() > b.version() ? a : b));
        folded.messages().forEach(message -> messages.put(message.id(), message));
    }

    void read(int partition, long offset) {
        next.put(partition, offset + 1);
    }

    boolean isEmpty() {
        return next.isEmpty();
    }
}
