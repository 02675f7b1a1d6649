package errand.orchestrator.documents;

import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.Quote;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON of a plan with JSONata for its expressions and JSON Schema for its inputs; all that it
 * writes is canonical (RFC 8785). Any number of threads may use one instance. What is read once
 * (templates, expressions, schemas) is kept by its text, within bounds.
 *
 * <p>Pure but for one net: an expression is bounded by counted work, the same everywhere, and only
 * behind that by a second of processor time (see {@link Meter}). An expression within the counted
 * bounds takes a small part of that, so that a replay sees the same answer.
 */
public final class JsonataDocuments implements Documents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Characters of one input or condition once filled. */
    private static final int INPUT = 256 * 1024;

    private record Key(String template, String schema) {}

    /** A template with its schema; without expressions also what comes of it, worked out once. */
    private record Prepared(
            Template template, Schemas.Compiled schema, @Nullable Answer<String> constant) {}

    private final Recent<Key, Answer<Prepared>> prepared = new Recent<>(4_096, this::prepare);

    @Override
    public Answer<String> input(String template, Scope scope, String schema) {
        return switch (prepared.of(new Key(template, schema))) {
            case Answer.Fault<Prepared> fault -> new Answer.Fault<>(fault.failure());
            case Answer.Known<Prepared>(Prepared ready) -> {
                Answer<String> constant = ready.constant();
                yield constant != null
                        ? constant
                        : filled(ready.template(), ready.schema(), new Bindings(scope));
            }
        };
    }

    private Answer<Prepared> prepare(Key key) {
        return answer(
                () -> {
                    Template template = Template.of(Json.read(key.template, "The input"));
                    if (!template.faults().isEmpty()) {
                        Template.Fault first = template.faults().getFirst();
                        throw new Unfit(first.code(), first.pointer() + ": " + first.message());
                    }
                    Schemas.Compiled schema = Schemas.of(key.schema);
                    Scope nothing = new Scope("{}", Map.of(), null, Instant.EPOCH);
                    return new Prepared(
                            template,
                            schema,
                            template.constant()
                                    ? filled(template, schema, new Bindings(nothing))
                                    : null);
                });
    }

    private static Answer<String> filled(
            Template template, Schemas.Compiled schema, Bindings bindings) {
        return answer(
                () -> {
                    JsonNode value = new Filling(schema, bindings).of(template);
                    String text = CanonicalJson.of(value);
                    if (text.length() > INPUT) {
                        throw new Unfit(
                                "INPUT_TOO_LARGE",
                                "The input has %,d characters; at most %,d are allowed."
                                        .formatted(text.length(), INPUT));
                    }
                    return text;
                });
    }

    @Override
    public Answer<Boolean> condition(String expression, Scope scope) {
        return answer(
                () -> {
                    JsonNode value = value(expression, scope);
                    if (value != null && !value.isBoolean()) {
                        throw new Unfit(
                                "CONDITION_INVALID",
                                "The condition ${%s} gives %s, not true or false."
                                        .formatted(
                                                Shown.of(bare(expression)),
                                                Shown.of(value.toString())));
                    }
                    return value != null && value.booleanValue();
                });
    }

    @Override
    public Answer<List<String>> elements(String expression, Scope scope) {
        return answer(
                () -> {
                    JsonNode value = value(expression, scope);
                    if (value == null) {
                        return List.of();
                    }
                    if (!value.isArray()) {
                        return List.of(CanonicalJson.of(value));
                    }
                    return value.values().stream().map(CanonicalJson::of).toList();
                });
    }

    private static @Nullable JsonNode value(String expression, Scope scope) {
        return switch (Expression.of(bare(expression))) {
            case Expression.Compiled.Sound(Expression sound) -> sound.value(new Bindings(scope));
            case Expression.Compiled.Unsound unsound ->
                    throw new Unfit(
                            "EXPRESSION_REFUSED",
                            "${%s} %s."
                                    .formatted(
                                            Shown.of(bare(expression)),
                                            unsound.faults().getFirst()));
        };
    }

    /** What stands in <code>${…}</code>; an expression may also come without. */
    static String bare(String expression) {
        List<Part> parts = expression.startsWith("${") ? Part.of(expression) : List.of();
        return parts.size() == 1 && parts.getFirst() instanceof Part.Inserted(String inserted)
                ? inserted
                : expression;
    }

    @Override
    public Answer<List<Quote>> quotes(String output, List<List<String>> paths) {
        if (paths.isEmpty()) {
            return new Answer.Known<>(List.of());
        }
        return answer(
                () -> {
                    JsonNode json = Json.read(output, "The output");
                    List<Quote> quotes = new ArrayList<>();
                    paths.forEach(path -> collect(json, path, "", quotes));
                    return List.copyOf(quotes);
                });
    }

    @Override
    public Answer<String> requoted(
            String output, List<List<String>> paths, String quoteId, String details) {
        return answer(
                () -> {
                    JsonNode json = Json.read(output, "The output");
                    JsonNode quote = Json.read(details, "The refusal").path("quote");
                    paths.forEach(path -> Requoted.put(json, path, quoteId, quote));
                    return CanonicalJson.of(json);
                });
    }

    private static void collect(JsonNode json, List<String> path, String at, List<Quote> quotes) {
        if (json.isMissingNode() || json.isNull()) {
            return;
        }
        if (path.isEmpty()) {
            quotes.add(QuoteJson.read(json, at.isEmpty() ? "/" : at));
            return;
        }
        List<String> rest = path.subList(1, path.size());
        if (!path.getFirst().equals("*")) {
            String name = path.getFirst();
            collect(json.path(name), rest, Template.child(at, name), quotes);
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.get(i), rest, at + "/" + i, quotes);
            }
        } else {
            throw new Unfit("QUOTE_MALFORMED", "%s is not an array of quotes.".formatted(at));
        }
    }

    @Override
    public List<String> quoteIds(String input) {
        return input.contains("\"quote") ? Claims.quoteIds(Json.read(input, "input")) : List.of();
    }

    @Override
    public List<Claim> claims(String input) {
        return input.contains("\"lines\"") ? Claims.of(Json.read(input, "input")) : List.of();
    }

    @Override
    public Quote unquoted(String capability, String input, Instant validUntil) {
        int dot = capability.indexOf('.');
        String agent = dot < 0 ? capability : capability.substring(0, dot);
        String title = capability + " " + input;
        return new Quote(
                "input:" + sha256(capability + "\n" + input),
                new Payee(agent, agent),
                title.length() <= 200 ? title : cut(title) + "…",
                List.of(),
                Money.NOTHING,
                validUntil,
                "");
    }

    /** At most 199 units, no character cut in two. */
    private static String cut(String title) {
        return title.substring(0, Character.isHighSurrogate(title.charAt(198)) ? 198 : 199);
    }

    @Override
    public String shown(String planId, Money total, List<Quote> items) {
        return CardJson.shown(planId, total, items);
    }

    @Override
    public String hash(String shown) {
        return "sha256:" + sha256(shown);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public String consentOutput(String consentId, Money total, List<Quote> items) {
        return CardJson.consentOutput(consentId, total, items);
    }

    @Override
    public String reservation(List<Spend> spends, List<String> replaced) {
        return CardJson.reservation(spends, replaced);
    }

    @Override
    public Answer<String> undoInput(String undoSchema, String output, String input) {
        return answer(
                () ->
                        UndoInput.of(
                                Schemas.of(undoSchema),
                                Json.read(output, "The output"),
                                Json.read(input, "The input")));
    }

    @Override
    public String array(List<@Nullable String> values) {
        ArrayNode array = NODES.arrayNode();
        for (String value : values) {
            array.add(value == null ? NODES.nullNode() : readable(value));
        }
        return array.toString();
    }

    /** An output that is no JSON is as good as none. */
    private static JsonNode readable(String value) {
        try {
            return Json.read(value, "The output");
        } catch (Unfit e) {
            return NODES.nullNode();
        }
    }

    @Override
    public Map<String, String> properties(String object) {
        return Values.properties(object);
    }

    @Override
    public String overBudget(Money by, Money budget, List<Quote> items) {
        return CardJson.overBudget(by, budget, items);
    }

    @Override
    public Money paid(String output) {
        if (!output.contains("\"paid\"")) {
            return Money.NOTHING;
        }
        try {
            return QuoteJson.money(Json.read(output, "The output").path("paid"), "/paid");
        } catch (Unfit e) {
            return Money.NOTHING;
        }
    }

    private static <T> Answer<T> answer(Supplier<T> work) {
        try {
            return new Answer.Known<>(work.get());
        } catch (Unfit e) {
            return new Answer.Fault<>(e.failure());
        } catch (CanonicalJson.NotExact e) {
            return new Answer.Fault<>(
                    new Unfit("NUMBER_NOT_EXACT", String.valueOf(e.getMessage())).failure());
        }
    }
}
