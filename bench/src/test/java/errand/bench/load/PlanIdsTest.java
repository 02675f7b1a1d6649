package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanIdsTest {

    private final PlanIds ids = new PlanIds();

    @Test
    void a_plan_id_is_a_uuid_of_version_7_that_tells_its_number() {
        String id = ids.plan(123_456);

        assertThat(UUID.fromString(id.substring(2)).version()).isEqualTo(7);
        assertThat(UUID.fromString(id.substring(2)).variant()).isEqualTo(2);
        assertThat(ids.number(id)).isEqualTo(123_456);
    }

    @Test
    void plans_of_others_have_no_number() {
        assertThat(ids.number("p_01a20987-5d8b-7000-012c-0a400eca5edf")).isEqualTo(-1);
        assertThat(ids.number("p_1")).isEqualTo(-1);
    }
}
