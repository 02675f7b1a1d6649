package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurabilityTest {

    @Test
    void only_a_flush_of_each_record_is_fsync() {
        assertThat(Durability.of("1")).isEqualTo(Durability.FSYNC);
        assertThat(Durability.of("9223372036854775807")).isEqualTo(Durability.PAGE_CACHE);
        assertThat(Durability.of("10")).isEqualTo(Durability.PAGE_CACHE);
    }

    @Test
    void each_class_has_a_bound_of_its_own() {
        assertThat(Durability.FSYNC.leastBound()).isLessThan(Durability.PAGE_CACHE.leastBound());
        assertThat(Durability.FSYNC.told()).contains("fsync on each append");
        assertThat(Durability.PAGE_CACHE.told()).contains("no fsync");
    }
}
