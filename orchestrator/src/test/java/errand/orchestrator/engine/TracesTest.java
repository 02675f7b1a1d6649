package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Talk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final Trace SAID = trace('a');
    private static final Trace CLICKED = trace('b');

    private static final Fact ASKED = new Fact.ThinkingAsked(Plans.THINKING);

    @Test
    void what_begins_something_is_in_the_trace_of_its_cause() {
        assertThat(Traces.NONE.of(List.of(ASKED), SAID)).isEqualTo(SAID);
    }

    @Test
    void what_goes_on_stays_in_its_trace_whoever_moves_it_on() {
        Traces traces = Traces.NONE.after(thinking(), SAID);
        var drafted = new Fact.PlanDrafted("m_1/draft/do/1", "m_1", "p_1", "en", null);

        assertThat(traces.of(List.of(drafted), CLICKED)).isEqualTo(SAID);
    }

    @Test
    void what_is_sent_for_a_plan_is_in_the_trace_of_that_plan() {
        Traces traces = new Traces(Map.of("p_1", SAID));

        assertThat(traces.ofPlan("p_1", CLICKED)).isEqualTo(SAID);
        assertThat(traces.ofPlan("p_2", CLICKED)).isEqualTo(CLICKED);
        assertThat(traces.ofPlan(null, CLICKED)).isEqualTo(CLICKED);
    }

    @Test
    void what_is_over_is_forgotten() {
        Traces traces = new Traces(Map.of("p_1", SAID, "m_1", SAID));

        assertThat(traces.after(thinking(), CLICKED).byOwner()).containsOnlyKeys("m_1");
        assertThat(traces.after(Conversation.begun("c_1"), CLICKED)).isEqualTo(Traces.NONE);
    }

    private static Conversation thinking() {
        return new Conversation("c_1", 1, Plans.NOON, Map.of(), Talk.NONE.after(ASKED));
    }

    private static Trace trace(char digit) {
        return new Trace(String.valueOf(digit).repeat(32), "01");
    }
}
