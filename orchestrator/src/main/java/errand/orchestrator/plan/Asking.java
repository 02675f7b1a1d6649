package errand.orchestrator.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the person is asked, and about what. */
final class Asking {

    private final Journal journal;
    private final Cards cards;

    Asking(Journal journal, Cards cards) {
        this.journal = journal;
        this.cards = cards;
    }

    /** One card for all that ask now; for what no step asked about, when nothing else can run. */
    void ask() {
        List<Step> asking = ready(true);
        if (!asking.isEmpty()) {
            openCard(asking);
            return;
        }
        List<Step> uncovered = ready(false);
        if (!uncovered.isEmpty()
                && journal.plan().all().stream().noneMatch(s -> s.phase().underWay())) {
            openCard(uncovered);
        }
    }

    private void openCard(List<Step> steps) {
        for (Step step : steps) {
            Failure failure = unaskable(step);
            if (failure != null) {
                journal.fail(step, failure);
                return;
            }
        }
        cards.open(steps, cards.together(steps));
    }

    private List<Step> ready(boolean asks) {
        List<Step> ready = new ArrayList<>(); // asked after every input: no stream
        for (Step step : journal.plan().all()) {
            if (step.phase() == Phase.READY && step.spec().asks() == asks) {
                ready.add(step);
            }
        }
        return ready;
    }

    private @Nullable Failure unaskable(Step step) {
        List<Quote> quotes = cards.quotesOf(step);
        if (quotes == null) {
            return invalid(
                    "QUOTE_UNKNOWN",
                    "Step '%s' asks about a quote that no agent gave in this plan: %s."
                            .formatted(step.id(), step.quoteIds()));
        }
        if (quotes.isEmpty()) {
            return invalid("NOTHING_TO_ASK", "Step '%s' asks about no quote.".formatted(step.id()));
        }
        for (Quote quote : quotes) {
            if (!journal.at().isBefore(quote.validUntil())) {
                return Failure.of(
                        Failure.Kind.REFUSED,
                        "QUOTE_EXPIRED",
                        "The offer '%s' ended at %s.".formatted(quote.title(), quote.validUntil()));
            }
        }
        return null;
    }

    private static Failure invalid(String code, String message) {
        return Failure.of(Failure.Kind.INVALID, code, message);
    }
}
