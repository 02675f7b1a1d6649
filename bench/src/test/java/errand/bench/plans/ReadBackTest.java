package errand.bench.plans;

import static org.assertj.core.api.Assertions.assertThat;

import errand.bench.load.Api;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadBackTest {

    private static String fault(String plan) {
        try (var api = new Api("http://127.0.0.1:1")) {
            return new ReadBack(api, 2).fault(JsonMapper.builder().build().readTree(plan));
        }
    }

    @Test
    void a_plan_is_done_with_all_its_steps_or_it_is_told_what_is_wrong() {
        assertThat(
                        fault(
                                """
                                {"state":"done","steps":[{"state":"done"},{"state":"done"}]}"""))
                .isEmpty();
        assertThat(
                        fault(
                                """
                                {"state":"done","steps":[{"state":"done"},{"state":"skipped"}]}"""))
                .isEqualTo("has 1 steps done of 2, and 2 were asked for");
        assertThat(fault("{\"state\":\"done\",\"steps\":[{\"state\":\"done\"}]}"))
                .isEqualTo("has 1 steps done of 1, and 2 were asked for");
        assertThat(fault("{\"state\":\"failed\"}")).isEqualTo("is failed");
        assertThat(fault("{\"status\":404}")).isEqualTo("is not there");
    }
}
