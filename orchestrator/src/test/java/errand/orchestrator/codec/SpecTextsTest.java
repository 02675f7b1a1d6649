package errand.orchestrator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import errand.orchestrator.plan.StepSpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecTextsTest {

    private static PlanSpec spec(String id, String goal) {
        StepSpec step =
                new StepSpec(
                        "a",
                        "bench.noop.read",
                        "{\"value\":\"${$in.x}\\n\"}",
                        List.of(),
                        null,
                        null,
                        null,
                        new OnFailure.Fail());
        return new PlanSpec(id, "demo", "zh", goal, null, "{}", List.of(step), Map.of());
    }

    private static Conversation with(PlanSpec... specs) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (PlanSpec spec : specs) {
            Step step = Step.planned(spec.steps().getFirst());
            plans.put(
                    spec.id(),
                    new Plan(
                            spec,
                            new Stage.Running(0, null, List.of()),
                            Map.of("a", step),
                            List.of(),
                            Map.of(),
                            0));
        }
        return new Conversation("c_1", 1, Instant.EPOCH, plans, Talk.NONE);
    }

    @Test
    void what_is_known_is_written_as_the_same_bytes() {
        Conversation conversation = with(spec("p_1", "试一试 \"🚄\" \u0001 </b>"), spec("p_2", "x"));
        SpecTexts known = SpecTexts.NONE.of(conversation);

        assertThat(CoreJson.write(conversation, known)).isEqualTo(CoreJson.write(conversation));
        assertThat(CoreJson.readConversation(CoreJson.write(conversation, known)))
                .isEqualTo(conversation);
    }

    @Test
    void a_text_is_made_once_and_forgotten_with_its_plan() {
        PlanSpec first = spec("p_1", "one");
        PlanSpec second = spec("p_2", "two");
        SpecTexts one = SpecTexts.NONE.of(with(first));

        assertThat(one.of(with(first))).isSameAs(one);
        assertThat(one.of(with(first, second)).text(first)).isSameAs(one.text(first));
        assertThat(one.of(with(first, second)).text(second)).isEqualTo(CoreJson.write(second));
        assertThat(one.of(with())).isSameAs(SpecTexts.NONE);
        assertThat(SpecTexts.NONE.of(with())).isSameAs(SpecTexts.NONE);
    }

    @Test
    void a_plan_that_says_something_else_now_is_written_as_it_is_now() {
        SpecTexts before = SpecTexts.NONE.of(with(spec("p_1", "before")));
        Conversation now = with(spec("p_1", "now"));

        assertThat(text(now, before)).contains("\"goal\":\"now\"").doesNotContain("before");
        assertThat(text(now, before.of(now))).isEqualTo(text(now, SpecTexts.NONE));
    }

    private static String text(Conversation conversation, SpecTexts known) {
        return new String(CoreJson.write(conversation, known), StandardCharsets.UTF_8);
    }
}
