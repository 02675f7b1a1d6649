package errand.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanTemplateTest {

    private static List<JsonNode> steps(String plan) {
        return JsonMapper.shared().readTree(plan).path("steps").valueStream().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void the_last_steps_write_and_each_uses_what_the_one_before_gives(int writes) {
        var steps = steps(PlanTemplate.fourSteps(writes));

        for (int i = 0; i < 4; i++) {
            assertThat(steps.get(i).path("capability").asString())
                    .isEqualTo(i < 4 - writes ? "bench.noop.read" : "bench.noop.hold");
        }
        assertThat(steps.get(2).path("input").path("value").asString())
                .isEqualTo(writes == 4 ? "${$out.a.holdId}" : "${$out.a.value}");
        assertThat(steps.get(3).path("input").path("value").asString())
                .isEqualTo(writes >= 2 ? "${$out.c.holdId}" : "${$out.c.value}");
    }

    @Test
    void more_than_four_cannot_write() {
        assertThatThrownBy(() -> PlanTemplate.fourSteps(5))
                .hasMessage("A plan of 4 steps cannot have 5 that write (--set writes)");
    }
}
