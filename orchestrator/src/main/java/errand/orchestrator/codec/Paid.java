package errand.orchestrator.codec;

import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a plan's PAY steps say they moved, for showing; the core's own sum stands in its facts. */
public final class Paid {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Paid() {}

    /** The sum so far; an amount in another currency than the first is left out. */
    public static Money soFar(Plan plan) {
        Money sum = Money.NOTHING;
        for (Step step : plan.steps().values()) {
            boolean stands = step.phase() == Phase.DONE || step.phase() == Phase.UNDO_FAILED;
            Manifest manifest = plan.spec().manifests().get(step.capability());
            String output = step.output();
            if (stands && output != null && manifest != null && manifest.effect() == Effect.PAY) {
                sum = added(sum, paid(output));
            }
        }
        return sum;
    }

    private static JsonNode paid(String output) {
        try {
            return JSON.readTree(output).path("paid");
        } catch (JacksonException notJson) {
            return JSON.getNodeFactory().missingNode();
        }
    }

    private static Money added(Money sum, JsonNode paid) {
        if (!paid.path("amount").isIntegralNumber()) {
            return sum;
        }
        Money more = new Money(paid.path("amount").asLong(), paid.path("currency").asString("CNY"));
        return sum.amount() == 0 || sum.currency().equals(more.currency()) ? sum.plus(more) : sum;
    }
}
