package errand.bench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShapeTest {

    private static JsonNode steps(Shape shape, int steps) {
        return JsonMapper.builder().build().readTree(shape.plan(steps)).path("steps");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100})
    void wide_is_all_side_by_side_and_one_that_needs_them_all(int size) {
        JsonNode steps = steps(Shape.WIDE, size);

        assertThat(steps).hasSize(size);
        for (int i = 0; i < size - 1; i++) {
            assertThat(steps.path(i).has("needs")).isFalse();
            assertThat(steps.path(i).path("input").path("value").asString()).isEqualTo("one");
        }
        assertThat(steps.path(size - 1).path("needs")).hasSize(size - 1);
    }

    @Test
    void deep_is_a_chain_in_which_each_uses_the_one_before() {
        JsonNode steps = steps(Shape.DEEP, 10);

        assertThat(steps).hasSize(10);
        assertThat(steps.path(0).path("input").path("value").asString()).isEqualTo("one");
        assertThat(steps.path(9).path("input").path("value").asString())
                .isEqualTo("${$out.s8.value}");
    }
}
