package errand.bench.raw;

import static org.assertj.core.api.Assertions.assertThat;

import errand.bench.frame.Durability;
import org.junit.jupiter.api.Test;

class VoidRuleTest {

    @Test
    void a_run_whose_bound_is_below_8000_plans_a_second_is_void() {
        assertThat(VoidRule.reason(8_000, Durability.PAGE_CACHE)).isEmpty();
        assertThat(VoidRule.reason(12_100, Durability.PAGE_CACHE)).isEmpty();
        assertThat(VoidRule.reason(7_999.4, Durability.PAGE_CACHE))
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("did 7999 plans/s and should do 8000 at least")
                                        .contains("--even-if-slow"));
    }

    @Test
    void where_each_append_is_flushed_3000_are_enough() {
        assertThat(VoidRule.reason(3_000, Durability.FSYNC)).isEmpty();
        assertThat(VoidRule.reason(2_999.4, Durability.FSYNC))
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("(fsync on each append, acks=all) did 2999")
                                        .contains("should do 3000 at least"));
    }
}
