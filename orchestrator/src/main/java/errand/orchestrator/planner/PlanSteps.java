package errand.orchestrator.planner;

import errand.orchestrator.documents.Spoken;
import errand.orchestrator.plan.Documents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The steps of a playbook, or of a draft, that a plan gets. Who needs a step that is left out needs
 * what that step needed; what it would have returned is missing.
 */
public final class PlanSteps {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> out = new LinkedHashMap<>();

    private PlanSteps() {}

    /**
     * @param steps as a playbook or a draft has them
     * @param included whether a step stays
     */
    public static List<JsonNode> of(List<JsonNode> steps, Predicate<JsonNode> included) {
        PlanSteps all = new PlanSteps();
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode step : steps) {
            if (included.test(step)) {
                kept.add(step);
            } else {
                all.out.put(step.path("id").asString(""), step);
            }
        }
        return kept.stream().map(all::copy).toList();
    }

    /** Whether a playbook's step belongs to the plan, as far as is known. */
    static boolean included(JsonNode step, Documents.Scope scope) {
        String include = step.path("include").asString("");
        JsonNode value = include.isEmpty() ? null : Spoken.value(include, scope);
        return include.isEmpty() || value != null && value.asBoolean(false);
    }

    /** A draft of the steps of a playbook that no answer takes out of the plan. */
    static JsonNode ahead(List<JsonNode> steps) {
        ObjectNode draft = NODES.objectNode();
        ArrayNode certain = draft.putArray("steps");
        steps.stream()
                .filter(step -> !step.has("include") && !step.path("optional").asBoolean(false))
                .forEach(certain::add);
        return draft;
    }

    private JsonNode copy(JsonNode step) {
        ObjectNode copy = NODES.objectNode();
        step.properties()
                .forEach(
                        entry -> {
                            switch (entry.getKey()) {
                                case "include" -> {}
                                case "needs" -> needs(copy, entry.getValue());
                                default -> copy.set(entry.getKey(), without(entry.getValue()));
                            }
                        });
        return copy;
    }

    private void needs(ObjectNode copy, JsonNode needs) {
        Set<String> all = new LinkedHashSet<>();
        needs.values().forEach(id -> need(id.asString(""), all));
        if (!all.isEmpty()) {
            ArrayNode list = copy.putArray("needs");
            all.forEach(list::add);
        }
    }

    private void need(String id, Set<String> all) {
        JsonNode left = out.get(id);
        if (left == null) {
            all.add(id);
        } else {
            left.path("needs").values().forEach(it -> need(it.asString(""), all));
        }
    }

    /** JSONata's () is nothing. */
    private JsonNode without(JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            for (String id : out.keySet()) {
                text = text.replaceAll("\\$out\\." + id + "\\b", "()");
            }
            return StringNode.valueOf(text);
        }
        if (value.isArray()) {
            ArrayNode list = NODES.arrayNode();
            value.values().forEach(it -> list.add(without(it)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = NODES.objectNode();
            value.properties().forEach(it -> object.set(it.getKey(), without(it.getValue())));
            return object;
        }
        return value;
    }
}
