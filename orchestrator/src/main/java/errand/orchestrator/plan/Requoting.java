package errand.orchestrator.plan;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.PlanEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that changed after it was quoted: no consent covers it, so the new quote takes the place
 * of the old one and whatever asked about that asks again. Where money for the old price was moved
 * already, or there is nobody to ask again, the step fails as by any refusal.
 */
final class Requoting {

    static final String CODE = "PRICE_CHANGED";
    private static final List<List<String>> NEW_QUOTE = List.of(List.of("quote"));

    private final Journal journal;
    private final Documents documents;

    Requoting(Journal journal, Documents documents) {
        this.journal = journal;
        this.documents = documents;
    }

    /** Whether the step goes on with the new quote. */
    boolean tried(Step step, Failure failure) {
        boolean applies =
                failure.code().equals(CODE)
                        && step.phase() != Phase.WITHDRAWN
                        && step.quoteIds().size() == 1
                        && step.round() <= Limits.REQUOTES
                        && journal.plan().stage() instanceof Stage.Running;
        String details = failure.details();
        if (!applies || details == null) {
            return false;
        }
        String old = step.quoteIds().getFirst();
        Step source = source(old);
        Quote now = quote(details);
        if (source == null || now == null || moved(old)) {
            return false;
        }
        Answer<String> output =
                documents.requoted(
                        String.valueOf(source.output()),
                        journal.plan().manifest(source).quotePaths(),
                        old,
                        details);
        if (!(output instanceof Answer.Known<String>(String known))) {
            return false;
        }
        withdrawCards(old);
        journal.note(new StepRequoted(step.id(), old, now, source.id(), known, failure));
        return true;
    }

    private @Nullable Quote quote(String details) {
        return documents.quotes(details, NEW_QUOTE) instanceof Answer.Known<List<Quote>>(var all)
                        && all.size() == 1
                ? all.getFirst()
                : null;
    }

    /** Not one of several elements, whose outputs stand twice. */
    private @Nullable Step source(String quoteId) {
        Step source = Sources.of(journal.plan(), documents, quoteId);
        return source == null || source.parent() != null ? null : source;
    }

    private boolean moved(String quoteId) {
        return journal.plan().all().stream()
                .filter(step -> step.quoteIds().contains(quoteId) && !step.spec().asks())
                .filter(step -> journal.plan().manifest(step).effect() == Effect.PAY)
                .anyMatch(step -> step.phase().underWay() || step.phase() == Phase.DONE);
    }

    private void withdrawCards(String quoteId) {
        for (Consent card : journal.plan().consents()) {
            if (card.pending()
                    && card.items().stream().anyMatch(item -> item.quoteId().equals(quoteId))) {
                journal.note(new ConsentWithdrawn(card.id()));
            }
        }
    }
}
