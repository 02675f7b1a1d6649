package errand.orchestrator.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan may cost in all, and what of it is spoken for. */
final class Budget {

    private final Plan plan;
    private final Documents documents;

    Budget(Plan plan, Documents documents) {
        this.plan = plan;
        this.documents = documents;
    }

    static Money total(List<Quote> items) {
        return items.stream().map(Quote::total).reduce(Money.NOTHING, Money::plus);
    }

    /**
     * Why these quotes, together with all that is agreed, held or asked, may not go on: over
     * budget, or in another currency. Null when they may.
     */
    @Nullable Failure exceededBy(List<Quote> items) {
        Map<String, Quote> all = spokenFor();
        items.forEach(item -> all.put(item.quoteId(), item));
        List<Quote> lines = new ArrayList<>(all.values());
        Money budget = plan.spec().budget();
        try {
            Money sum = total(lines);
            if (budget == null) {
                return null;
            }
            Money left = budget.minus(sum);
            return left.amount() >= 0 ? null : exceeded(budget, sum.minus(budget), lines);
        } catch (Money.MixedCurrencies e) {
            return Failure.of(
                    Failure.Kind.INVALID, "MIXED_CURRENCIES", String.valueOf(e.getMessage()));
        }
    }

    private Failure exceeded(Money budget, Money by, List<Quote> lines) {
        return new Failure(
                Failure.Kind.REFUSED,
                "BUDGET_EXCEEDED",
                "It would cost %s more than the budget of %s.".formatted(by, budget),
                documents.overBudget(by, budget, lines));
    }

    private Map<String, Quote> spokenFor() {
        Map<String, Quote> all = new LinkedHashMap<>();
        for (Consent consent : plan.consents()) {
            if (consent.pending() || consent.state() == Consent.State.GRANTED) {
                consent.items().stream()
                        .filter(item -> plan.quotes().containsKey(item.quoteId()))
                        .forEach(item -> all.put(item.quoteId(), item));
            }
        }
        for (Step step : plan.all()) {
            if (reserves(step)) {
                for (String id : step.quoteIds()) {
                    Quote quote = plan.quotes().get(id);
                    if (quote != null) {
                        all.putIfAbsent(id, quote);
                    }
                }
            }
        }
        return all;
    }

    private boolean reserves(Step step) {
        if (step.spec().asks() || !plan.manifest(step).effect().writes()) {
            return false;
        }
        return switch (step.phase()) {
            case DISPATCHED, RETRYING, WITHDRAWN, DONE, UNDOING, UNDO_RETRYING, UNDO_FAILED -> true;
            case WAITING, READY, EXPANDED, ASKING, FAILED, SKIPPED, UNDONE -> false;
        };
    }
}
