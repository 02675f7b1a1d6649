package errand.orchestrator.engine;

import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents of plans whose inputs are constants. An input that says "boom" is a fault. */
final class FixedDocuments implements Documents {

    @Override
    public Answer<String> input(String template, Scope scope, String schema) {
        if (template.contains("overflow")) {
            return overflow(1);
        }
        if (template.contains("throw")) {
            throw new IllegalStateException("the core is broken");
        }
        return template.contains("boom")
                ? new Answer.Fault<>(Failure.of(Failure.Kind.INVALID, "BOOM", template))
                : new Answer.Known<>(template);
    }

    private static Answer<String> overflow(int depth) {
        Answer<String> deeper =
                depth == Integer.MAX_VALUE ? new Answer.Known<>("") : overflow(depth + 1);
        return deeper.equals(new Answer.Known<>("" + depth)) ? deeper : new Answer.Known<>("");
    }

    @Override
    public Answer<Boolean> condition(String expression, Scope scope) {
        return new Answer.Known<>(Boolean.valueOf(expression));
    }

    @Override
    public Answer<List<String>> elements(String expression, Scope scope) {
        return new Answer.Known<>(List.of(expression.split(",")));
    }

    @Override
    public Answer<List<Quote>> quotes(String output, List<List<String>> paths) {
        return new Answer.Known<>(List.of());
    }

    @Override
    public Answer<String> requoted(
            String output, List<List<String>> paths, String quoteId, String details) {
        return new Answer.Known<>(output);
    }

    @Override
    public List<String> quoteIds(String input) {
        return List.of();
    }

    @Override
    public List<Claim> claims(String input) {
        return List.of();
    }

    @Override
    public Quote unquoted(String capability, String input, Instant validUntil) {
        return new Quote(
                "q_" + Integer.toHexString((capability + input).hashCode()),
                new Payee("somebody", "Somebody"),
                capability,
                List.of(),
                Money.NOTHING,
                validUntil,
                "");
    }

    @Override
    public String shown(String planId, Money total, List<Quote> items) {
        return planId + total + items;
    }

    @Override
    public String hash(String shown) {
        return "sha256:" + Integer.toHexString(shown.hashCode());
    }

    @Override
    public String consentOutput(String consentId, Money total, List<Quote> items) {
        return "{\"consentId\":\"" + consentId + "\"}";
    }

    @Override
    public String reservation(List<Spend> spends, List<String> replaced) {
        return "{}";
    }

    @Override
    public Answer<String> undoInput(String undoSchema, String output, String input) {
        return new Answer.Known<>(output);
    }

    @Override
    public Map<String, String> properties(String object) {
        return Map.of();
    }

    @Override
    public String array(List<@Nullable String> values) {
        return values.toString();
    }

    @Override
    public String overBudget(Money by, Money budget, List<Quote> items) {
        return Map.of("by", by.amount()).toString();
    }

    @Override
    public Money paid(String output) {
        return Money.NOTHING;
    }
}
