package errand.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_are_version_seven_and_grow() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            var id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id.toString());
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_id_tells_when_it_was_made() {
        Instant made =
                Ids.madeAt(Ids.PLAN, "p_01890a5d-ac96-774b-bcce-b302099a8057").orElseThrow();
        assertThat(made).isEqualTo(Instant.ofEpochMilli(0x01890a5dac96L));
        assertThat(Ids.recent(Ids.PLAN, Ids.PLAN + Ids.next(), Instant.now(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(
                        Ids.recent(
                                Ids.PLAN,
                                "p_01890a5d-ac96-774b-bcce-b302099a8057",
                                Instant.now(),
                                Duration.ofMinutes(1)))
                .isFalse();
    }

    @Test
    void what_we_did_not_make_has_no_time() {
        for (String other :
                List.of("p_1", "c_01890a5d-ac96-774b-bcce-b302099a8057", "p_", "p_01890a5d-ac96-474b-bcce-b302099a8057")) {
            assertThat(Ids.madeAt(Ids.PLAN, other)).isEmpty();
        }
    }
}
