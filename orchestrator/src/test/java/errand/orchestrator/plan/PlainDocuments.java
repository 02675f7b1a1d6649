package errand.orchestrator.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Documents without expressions: templates stand for themselves, {@code "$item"} for the item. Text
 * {@code fault} anywhere in a template makes it a fault.
 */
final class PlainDocuments implements Documents {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public Answer<String> input(String template, Scope scope, String schema) {
        if (template.contains("fault")) {
            return new Answer.Fault<>(
                    Failure.of(Failure.Kind.INVALID, "INPUT", "/x does not fit (${fault})"));
        }
        String item = scope.item();
        return new Answer.Known<>(item == null ? template : template.replace("\"$item\"", item));
    }

    @Override
    public Answer<Boolean> condition(String expression, Scope scope) {
        return new Answer.Known<>(Boolean.parseBoolean(expression));
    }

    @Override
    public Answer<List<String>> elements(String expression, Scope scope) {
        List<String> elements = new ArrayList<>();
        MAPPER.readTree(expression).forEach(node -> elements.add(node.toString()));
        return new Answer.Known<>(elements);
    }

    @Override
    public Answer<List<Quote>> quotes(String output, List<List<String>> paths) {
        JsonNode quote = MAPPER.readTree(output).path("quote");
        if (paths.isEmpty() || quote.isMissingNode()) {
            return new Answer.Known<>(List.of());
        }
        Money total = new Money(quote.path("total").asLong(), "CNY");
        return new Answer.Known<>(
                List.of(
                        new Quote(
                                quote.path("quoteId").asString(),
                                new Payee(quote.path("payee").asString("shop"), "店"),
                                "thing",
                                List.of(new Quote.Line("thing", 1, total, total)),
                                total,
                                Instant.parse(
                                        quote.path("validUntil").asString("2026-12-31T00:00:00Z")),
                                "")));
    }

    @Override
    public Answer<String> requoted(
            String output, List<List<String>> paths, String quoteId, String details) {
        return new Answer.Known<>(details);
    }

    @Override
    public List<String> quoteIds(String input) {
        Set<String> ids = new LinkedHashSet<>();
        JsonNode node = MAPPER.readTree(input);
        if (node.has("quoteId")) {
            ids.add(node.path("quoteId").asString());
        }
        node.path("quoteIds").forEach(id -> ids.add(id.asString()));
        node.path("lines").forEach(line -> ids.add(line.path("quoteId").asString()));
        node.path("quotes").forEach(quote -> ids.add(quote.path("quoteId").asString()));
        return List.copyOf(ids);
    }

    @Override
    public List<Claim> claims(String input) {
        List<Claim> claims = new ArrayList<>();
        MAPPER.readTree(input)
                .path("lines")
                .forEach(
                        line ->
                                claims.add(
                                        new Claim(
                                                line.path("quoteId").asString(),
                                                line.path("payee").asString("shop"),
                                                new Money(line.path("amount").asLong(), "CNY"))));
        return claims;
    }

    @Override
    public Quote unquoted(String capability, String input, Instant validUntil) {
        return new Quote(
                "input:" + capability + input,
                new Payee("agent", "agent"),
                capability,
                List.of(),
                Money.NOTHING,
                validUntil,
                "");
    }

    @Override
    public String shown(String planId, Money total, List<Quote> items) {
        StringBuilder shown = new StringBuilder(planId + total);
        items.forEach(
                item -> shown.append(item.quoteId()).append(item.payee()).append(item.total()));
        return shown.toString();
    }

    @Override
    public String hash(String shown) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(shown.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String consentOutput(String consentId, Money total, List<Quote> items) {
        return "{\"consentId\":\"%s\",\"total\":%d}".formatted(consentId, total.amount());
    }

    @Override
    public String reservation(List<Spend> spends, List<String> replaced) {
        ArrayNode lines = MAPPER.createArrayNode();
        spends.forEach(spend -> lines.add(spend.quote().quoteId() + " by " + spend.capability()));
        return MAPPER.createObjectNode()
                .put("replaces", String.join(",", replaced))
                .set("spends", lines)
                .toString();
    }

    @Override
    public Answer<String> undoInput(String undoSchema, String output, String input) {
        return new Answer.Known<>(output);
    }

    @Override
    public Map<String, String> properties(String object) {
        Map<String, String> properties = new TreeMap<>();
        MAPPER.readTree(object)
                .properties()
                .forEach(it -> properties.put(it.getKey(), it.getValue().toString()));
        return properties;
    }

    @Override
    public String array(List<@Nullable String> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(
                value -> array.add(value == null ? array.nullNode() : MAPPER.readTree(value)));
        return array.toString();
    }

    @Override
    public String overBudget(Money by, Money budget, List<Quote> items) {
        return "{\"by\":%d}".formatted(by.amount());
    }

    @Override
    public Money paid(String output) {
        return new Money(MAPPER.readTree(output).path("paid").asLong(), "CNY");
    }
}
