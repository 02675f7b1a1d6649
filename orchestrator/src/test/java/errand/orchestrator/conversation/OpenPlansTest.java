package errand.orchestrator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many plans one conversation may have open. */
class OpenPlansTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Core core = new Core(new JsonataDocuments());
    private Conversation conversation = Conversation.begun("c_1");

    @Test
    void one_plan_too_many_ends_before_it_begins_and_says_why() {
        for (int i = 0; i < 20; i++) {
            assertThat(submit("p_" + i)).doesNotHaveAnyElementsOfTypes(PlanEvent.PlanClosed.class);
        }
        List<PlanEvent> events = submit("p_20");
        assertThat(events).hasSize(2);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        PlanEvent.PlanClosed.class,
                        closed -> {
                            assertThat(closed.outcome()).isEqualTo(Outcome.FAILED);
                            assertThat(closed.failure())
                                    .hasFieldOrPropertyWithValue("code", "TOO_MANY_PLANS")
                                    .hasFieldOrPropertyWithValue(
                                            "message",
                                            "20 plans of this conversation run or wait already; at most 20 are allowed. Wait until one ends, or cancel one.");
                        });
        assertThat(conversation.plans()).hasSize(20);
        assertThat(submit("p_3")).as("the same plan again").isEmpty();

        apply(new Input.CancelAsked("x", NOON, null, "p_3", "enough"));
        assertThat(submit("p_21")).doesNotHaveAnyElementsOfTypes(PlanEvent.PlanClosed.class);
    }

    private List<PlanEvent> submit(String id) {
        return apply(new Input.Submitted("in_" + id, NOON, null, plan(id)));
    }

    private List<PlanEvent> apply(Input input) {
        Core.Step step = core.apply(conversation, input);
        conversation = step.kept();
        return step.facts().stream().map(fact -> ((Fact.OfPlan) fact).event()).toList();
    }

    private static PlanSpec plan(String id) {
        StepSpec step =
                new StepSpec(
                        "a", "t.x.read", "{}", List.of(), null, null, null, new OnFailure.Fail());
        Manifest manifest =
                new Manifest(
                        "t.x.read",
                        "1",
                        Effect.READ,
                        Maturity.AUTO,
                        null,
                        Duration.ofSeconds(30),
                        "{\"type\":\"object\"}",
                        List.of());
        return new PlanSpec(
                id, "demo", "en", "g", null, "{}", List.of(step), Map.of("t.x.read", manifest));
    }
}
