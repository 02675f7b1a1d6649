package errand.orchestrator.draft;

import errand.orchestrator.plan.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the form of a draft; knows nothing of agents. */
final class DraftReader {

    static final int BYTES = 256 * 1024;
    static final int STEPS = 100;

    private static final int GOAL = 2_000;
    private static final Set<String> PROPERTIES =
            Set.of("conversationId", "goal", "steps", "in", "budget", "within");

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final Faults faults;

    DraftReader(Faults faults) {
        this.faults = faults;
    }

    /** Null when the text is no JSON object of a bearable size. */
    @Nullable Draft read(String json) {
        int bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            faults.add(
                    "",
                    "TOO_LARGE",
                    "The plan has %,d bytes; at most %,d are allowed.".formatted(bytes, BYTES));
            return null;
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException e) {
            faults.add(
                    "", "NOT_JSON", "The plan is not JSON: %s.".formatted(e.getOriginalMessage()));
            return null;
        }
        if (!node.isObject()) {
            faults.add(
                    "",
                    "NOT_AN_OBJECT",
                    "A plan is a JSON object {goal, steps, in?, budget?, within?}.");
            return null;
        }
        return object(node);
    }

    private Draft object(JsonNode node) {
        Forms.unknown(node, PROPERTIES, "", faults);
        String goal = Forms.text(node, "goal", "", faults);
        if (goal != null && goal.length() > GOAL) {
            faults.add("/goal", "TOO_LONG", "A goal has at most %,d characters.".formatted(GOAL));
        }
        JsonNode in = node.path("in");
        boolean given = !in.isMissingNode() && !in.isNull();
        if (given && !in.isObject()) {
            faults.add(
                    "/in", "NOT_AN_OBJECT", "'in' is a JSON object that expressions see as $in.");
        }
        return new Draft(
                goal == null ? "" : goal,
                budget(node.path("budget")),
                in.isObject() ? in : JsonNodeFactory.instance.objectNode(),
                steps(node.path("steps")),
                Forms.time(
                        node,
                        "within",
                        "",
                        faults,
                        "WITHIN_INVALID",
                        "'%s' is no time that all may take: write 10m, 2h or PT10M, at most 24 hours."));
    }

    private @Nullable Money budget(JsonNode budget) {
        if (budget.isMissingNode() || budget.isNull()) {
            return null;
        }
        JsonNode amount = budget.path("amount");
        String currency = budget.path("currency").asString("");
        boolean exact = amount.isIntegralNumber() && amount.canConvertToLong();
        if (!exact || amount.longValue() <= 0 || amount.longValue() > (1L << 53) - 1) {
            faults.add(
                    "/budget/amount",
                    "BUDGET_INVALID",
                    "A budget is a positive whole number of minor units: 30,000 yuan is 3000000.");
            exact = false;
        }
        if (!currency.matches("[A-Z]{3}")) {
            faults.add(
                    "/budget/currency",
                    "BUDGET_INVALID",
                    "A currency is an ISO 4217 code such as CNY.");
            return null;
        }
        if (budget.isObject()) {
            Forms.unknown(budget, Set.of("amount", "currency"), "/budget", faults);
        }
        return exact ? new Money(amount.longValue(), currency) : null;
    }

    private List<Draft.Step> steps(JsonNode steps) {
        List<Draft.Step> read = new ArrayList<>();
        if (!steps.isArray() || steps.isEmpty()) {
            faults.add("/steps", "STEPS_MISSING", "A plan has an array of at least one step.");
        } else if (steps.size() > STEPS) {
            faults.add(
                    "/steps",
                    "TOO_MANY_STEPS",
                    "The plan has %d steps; at most %d are allowed."
                            .formatted(steps.size(), STEPS));
        } else {
            StepReader reader = new StepReader(faults);
            for (int i = 0; i < steps.size(); i++) {
                read.add(reader.read(steps.get(i), "/steps/" + i));
            }
        }
        return read;
    }
}
