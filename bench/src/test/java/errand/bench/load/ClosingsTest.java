package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Money;
import errand.events.ConversationAdvanced;
import errand.facts.PlanClosed;
import errand.facts.PlanOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingsTest {

    private final Closings closings = new Closings(id -> !id.equals("p_other"));

    private void closed(String plan, PlanOutcome outcome, long seq) {
        var fact =
                PlanClosed.newBuilder()
                        .setPlanId(plan)
                        .setOutcome(outcome)
                        .setSpent(new Money(0L, "CNY"))
                        .build();
        closings.add(
                ConversationAdvanced.newBuilder()
                        .setConversationId("c_" + plan)
                        .setSeq(seq)
                        .setAt(Instant.EPOCH)
                        .setCausedBy("e_1")
                        .setInboxOffset(seq)
                        .setEvents(List.of(fact))
                        .build());
    }

    @Test
    void counts_the_plans_of_this_run_and_how_they_ended() {
        closed("p_1", PlanOutcome.DONE, 5);
        closed("p_2", PlanOutcome.FAILED, 5);
        closed("p_other", PlanOutcome.DONE, 5);

        assertThat(closings.closed()).isEqualTo(2);
        assertThat(closings.done()).isEqualTo(1);
        assertThat(closings.failed()).containsOnlyKeys("p_2");
        assertThat(closings.twice() + closings.repeated()).isZero();
    }

    @Test
    void a_record_that_was_written_again_is_no_second_closing() {
        closed("p_1", PlanOutcome.DONE, 5);
        closed("p_1", PlanOutcome.DONE, 5);

        assertThat(closings.repeated()).isEqualTo(1);
        assertThat(closings.twice()).isZero();
    }

    @Test
    void a_plan_that_is_closed_by_another_input_again_was_done_twice() {
        closed("p_1", PlanOutcome.DONE, 5);
        closed("p_1", PlanOutcome.DONE, 6);

        assertThat(closings.twice()).isEqualTo(1);
        assertThat(closings.done()).isEqualTo(1);
    }
}
