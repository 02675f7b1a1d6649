package errand.orchestrator.web;

import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.States;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this node has accepted lately, so that it can be shown before the view has seen it. Bounded:
 * the view is behind by moments, not by thousands.
 */
final class Accepted {

    private static final int KEPT = 20_000;

    private final Map<String, Plan> plans = bounded();
    private final Map<String, Conversation> conversations = bounded();

    /** A plan that was handed in here. */
    record Plan(
            String id,
            String conversationId,
            String goal,
            String user,
            String lang,
            Instant at,
            Optional<Money> budget,
            List<Step> steps) {}

    record Step(String id, String capability) {}

    /** A conversation that began here. */
    record Conversation(String id, String user, String lang, String planId) {}

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > KEPT;
            }
        };
    }

    static Plan plan(PlanSpec spec, String conversationId, Instant at) {
        return new Plan(
                spec.id(),
                conversationId,
                spec.goal(),
                spec.user(),
                spec.lang(),
                at,
                Optional.ofNullable(spec.budget()),
                spec.steps().stream().map(s -> new Step(s.id(), s.capability())).toList());
    }

    synchronized void add(Plan plan) {
        plans.put(plan.id(), plan);
        conversations.put(
                plan.conversationId(),
                new Conversation(plan.conversationId(), plan.user(), plan.lang(), plan.id()));
    }

    synchronized Optional<Plan> plan(String id) {
        return Optional.ofNullable(plans.get(id));
    }

    synchronized Optional<Conversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id));
    }

    /** The plan in the form of the view, before anything has happened to it. */
    static ObjectNode document(Plan plan) {
        ObjectNode node = Json.newObject();
        node.put("id", plan.id());
        node.put("conversationId", plan.conversationId());
        node.put("state", States.DRAFTING);
        node.put("goal", plan.goal());
        node.put("user", plan.user());
        node.put("lang", plan.lang());
        node.put("createdAt", plan.at().toString());
        node.putNull("endedAt");
        ArrayNode steps = node.putArray("steps");
        for (Step step : plan.steps()) {
            ObjectNode one = steps.addObject();
            one.put("id", step.id()).put("capability", step.capability());
            one.put("state", States.WAITING).putNull("input").put("attempts", 0);
            one.putNull("startedAt").putNull("endedAt");
        }
        node.putArray("consents");
        node.set("spent", PlanDocument.node(Money.NOTHING));
        node.set("budget", plan.budget().map(PlanDocument::node).orElse(null));
        return node;
    }
}
