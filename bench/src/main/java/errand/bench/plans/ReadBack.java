package errand.bench.plans;

import errand.bench.load.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads plans back over HTTP, as a user does, and looks whether they are done to the last step. */
record ReadBack(Api api, int steps) {

    /**
     * Refuses a run of which one of these plans is not shown as done with all its steps.
     *
     * @return how many were read
     */
    int check(List<String> planIds) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (String id : planIds) {
            String fault = fault(api.plan(id));
            if (!fault.isEmpty()) {
                faults.add(id + " " + fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "%d of %d plans that were read back are not done, such as: %s"
                            .formatted(faults.size(), planIds.size(), faults.getFirst()));
        }
        return planIds.size();
    }

    /** What is wrong with a plan as it is shown; empty when nothing is. */
    String fault(JsonNode plan) {
        String state = plan.path("state").asString("not there");
        if (!state.equals("done")) {
            return "is " + state;
        }
        long done = 0;
        for (JsonNode step : plan.path("steps")) {
            done += step.path("state").asString("").equals("done") ? 1 : 0;
        }
        return done == steps && plan.path("steps").size() == steps
                ? ""
                : "has %d steps done of %d, and %d were asked for"
                        .formatted(done, plan.path("steps").size(), steps);
    }
}
