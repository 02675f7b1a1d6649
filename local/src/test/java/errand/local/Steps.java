package errand.local;

import tools.jackson.databind.JsonNode;

/** Finds the steps of a plan as the API shows it. */
final class Steps {

    private Steps() {}

    static JsonNode step(JsonNode plan, String id) {
        for (JsonNode step : plan.path("steps")) {
            if (step.path("id").asString().equals(id)) {
                return step;
            }
        }
        throw new AssertionError("No step " + id + " in " + plan);
    }

    static String state(JsonNode plan, String id) {
        return step(plan, id).path("state").asString();
    }

    static JsonNode output(JsonNode plan, String id) {
        return step(plan, id).path("output");
    }
}
