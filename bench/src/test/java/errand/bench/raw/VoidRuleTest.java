package errand.bench.raw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoidRuleTest {

    @Test
    void a_run_whose_bound_is_below_8000_plans_a_second_is_void() {
        assertThat(VoidRule.reason(8_000)).isEmpty();
        assertThat(VoidRule.reason(12_100)).isEmpty();
        assertThat(VoidRule.reason(7_999.4))
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("did 7999 plans/s and should do 8000 at least")
                                        .contains("--even-if-slow"));
    }
}
