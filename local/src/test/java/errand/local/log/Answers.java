package errand.local.log;

import errand.local.log.Story.Told;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** G4: what an answer names comes from an agent's reply. */
final class Answers {

    /** Ids as businesses give them: {@code B82A0F42A6C97440946E5}, {@code q_01a2…}. */
    private static final Pattern ID =
            Pattern.compile("\\b[A-Z][0-9A-F]{12,}\\b|\\bq_[0-9a-f-]{20,}");

    private static final Pattern YUAN = Pattern.compile("¥([0-9,]+(?:\\.[0-9]{1,2})?)");

    private final Map<String, JsonNode> outputs = new HashMap<>();
    private final Set<Long> amounts = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    Answers(Story story) {
        for (Told told : story.facts()) {
            switch (told.name()) {
                case "StepSucceeded" -> {
                    JsonNode output = told.json("output");
                    outputs.put(told.text("planId") + "/" + told.text("stepId"), output);
                    collect(output);
                }
                case "PlanAccepted" -> {
                    collect(told.json("plan"));
                    String said = told.json("plan").path("in").asString("{}");
                    collect(JsonMapper.shared().readTree(said));
                }
                case "ConsentAsked" -> amounts.add((Long) told.record("total").get("amount"));
                case "PlanClosed" -> {
                    amounts.add((Long) told.record("spent").get("amount"));
                    if (told.text("outcome").equals("DONE")) {
                        done.add(told.text("planId"));
                    }
                }
                default -> {} // tells of no money and no id
            }
        }
    }

    private void collect(JsonNode node) {
        if (node.path("amount").isIntegralNumber()) {
            amounts.add(node.path("amount").asLong());
        }
        node.forEach(this::collect);
    }

    /** What is made up, a line each. */
    List<String> check(Told answer) {
        List<String> madeUp = new ArrayList<>();
        for (JsonNode citation : answer.json("citations")) {
            // Others are computed from what was returned and say how.
            boolean copied = citation.path("path").asString().startsWith("/");
            if (copied && !fits(answer, citation)) {
                madeUp.add("G4 %s cites %s".formatted(answer.text("messageId"), citation));
            }
        }
        ids(answer, madeUp);
        if (done.contains(answer.text("planId"))) {
            prices(answer, madeUp);
        }
        return madeUp;
    }

    private void ids(Told answer, List<String> madeUp) {
        var ids = ID.matcher(answer.text("text"));
        while (ids.find()) {
            String id = ids.group();
            if (outputs.values().stream().noneMatch(output -> output.toString().contains(id))) {
                madeUp.add("G4 %s names %s".formatted(answer.text("messageId"), id));
            }
        }
    }

    private void prices(Told answer, List<String> madeUp) {
        var prices = YUAN.matcher(answer.text("text"));
        while (prices.find()) {
            var yuan = new BigDecimal(prices.group(1).replace(",", ""));
            if (!amounts.contains(yuan.movePointRight(2).longValueExact())) {
                madeUp.add("G4 %s says %s".formatted(answer.text("messageId"), prices.group()));
            }
        }
    }

    /** Whether the value stands in that step's output, there where it says. */
    private boolean fits(Told answer, JsonNode citation) {
        JsonNode output =
                outputs.get(answer.text("planId") + "/" + citation.path("stepId").asString());
        return output != null
                && output.at(citation.path("path").asString()).equals(citation.path("value"));
    }
}
