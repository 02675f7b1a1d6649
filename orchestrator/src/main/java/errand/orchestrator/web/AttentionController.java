package errand.orchestrator.web;

import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.Plans;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operator should look at. */
@RestController
class AttentionController {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Plans plans;
    private final Clock clock;

    AttentionController(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * One plan and why.
     *
     * @param why {@code undo-failed} or {@code unwinding}
     */
    record Case(String why, JsonNode plan) {}

    @GetMapping("/api/attention")
    Lists.Answer<Case> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Lists.answer(
                plans.attention(
                        clock.instant(), PATIENCE, Lists.before(cursor), Lists.limit(limit)),
                AttentionController::shown);
    }

    private static Case shown(String document) {
        JsonNode plan = PlanDocument.parsed(document);
        boolean undoFailed = false;
        for (JsonNode step : plan.path("steps")) {
            undoFailed |=
                    step instanceof ObjectNode one
                            && one.path("state").asString("").equals("undo-failed");
        }
        return new Case(undoFailed ? "undo-failed" : "unwinding", plan);
    }
}
