package errand.orchestrator.plan;

import errand.orchestrator.plan.Documents.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which step a quote comes from. */
final class Sources {

    private Sources() {}

    /** The step that gave the quote, null when none did. */
    static @Nullable Step of(Plan plan, Documents documents, String quoteId) {
        for (Step step : plan.all()) {
            String output = step.output();
            if (step.phase() == Phase.DONE
                    && !step.spec().asks()
                    && output != null
                    && documents.quotes(output, plan.manifest(step).quotePaths())
                            instanceof Answer.Known<List<Quote>>(var quotes)
                    && quotes.stream().anyMatch(quote -> quote.quoteId().equals(quoteId))) {
                return step;
            }
        }
        return null;
    }
}
