package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanCommandTest {

    @Test
    void a_plan_says_why_it_ended() {
        assertThat(
                        PlanCommand.reason(
                                Json.MAPPER.readTree(
                                        """
                                        {"kind":"REFUSED","code":"BUDGET_EXCEEDED","message":"Too much.","details":{"by":1}}
                                        """)))
                .containsExactly("Too much. (BUDGET_EXCEEDED)");
    }

    @Test
    void a_plan_that_is_on_its_way_has_no_reason() {
        assertThat(PlanCommand.reason(Json.MAPPER.readTree("{}").path("reason"))).isEmpty();
    }
}
