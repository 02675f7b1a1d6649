package errand.orchestrator.codec;

import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.orchestrator.plan.StepSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the planner is given to find another way for a plan, as JSON. */
final class RevisionInputs {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All outputs together; what does not fit is left out. */
    private static final int LARGEST = 600_000;

    private RevisionInputs() {}

    static String of(Plan plan) {
        ObjectNode input = JSON.createObjectNode();
        input.put("planId", plan.id());
        input.put("lang", plan.spec().lang());
        input.put("goal", plan.spec().goal());
        input.set("in", JSON.readTree(plan.spec().in()));
        input.put("round", plan.stage() instanceof Stage.Running it ? it.revisions() : 0);
        ArrayNode steps = input.putArray("steps");
        int left = LARGEST;
        for (Step step : plan.steps().values()) {
            if (step.parent() == null && !step.implicit()) {
                ObjectNode node = steps.addObject();
                node.set("spec", spec(step.spec()));
                node.put("state", step.phase().name());
                node.put(
                        "effect",
                        step.capability().equals("person.consent.ask")
                                ? "ASK"
                                : plan.manifest(step.capability()).effect().name());
                put(node, "input", step.input());
                String output = step.output();
                if (output != null && output.length() <= left && !plan.unseen(step)) {
                    left -= output.length();
                    put(node, "output", output);
                }
                if (step.failure() != null) {
                    node.put("failure", step.failure().code());
                }
                ArrayNode quotes = node.putArray("quoteIds");
                step.quoteIds().forEach(quotes::add);
            }
        }
        return input.toString();
    }

    private static void put(
            ObjectNode node, String name, @org.jspecify.annotations.Nullable String json) {
        if (json != null) {
            node.set(name, JSON.readTree(json));
        }
    }

    /** As a draft would say it. */
    private static ObjectNode spec(StepSpec step) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", step.id()).put("capability", step.capability());
        node.set("input", JSON.readTree(step.input()));
        ArrayNode needs = node.putArray("needs");
        step.needs().forEach(needs::add);
        if (step.each() != null) {
            node.put("each", step.each());
        }
        if (step.when() != null) {
            node.put("when", step.when());
        }
        if (step.answerWithin() != null) {
            node.put("answerWithin", step.answerWithin().toString());
        }
        switch (step.onFailure()) {
            case OnFailure.Fail _ -> node.put("onFailure", "fail");
            case OnFailure.Skip _ -> node.put("onFailure", "skip");
            case OnFailure.Revise _ -> node.put("onFailure", "revise");
            case OnFailure.Try(String capability, String input) ->
                    node.putObject("onFailure")
                            .putObject("try")
                            .put("capability", capability)
                            .set("input", JSON.readTree(input));
        }
        return node;
    }
}
