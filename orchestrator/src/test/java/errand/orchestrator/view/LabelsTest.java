package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Evolution;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.Step;
import errand.orchestrator.plan.StepSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static Plan plan(String lang, String... capabilities) {
        List<StepSpec> steps =
                List.of(capabilities).stream()
                        .map(
                                one ->
                                        new StepSpec(
                                                one.replaceAll("\\W", "_"),
                                                one,
                                                "{}",
                                                List.of(),
                                                null,
                                                null,
                                                null,
                                                new OnFailure.Fail()))
                        .toList();
        PlanSpec spec = new PlanSpec("p_1", "ann", lang, "try", null, "{}", steps, Map.of());
        return after(null, new PlanEvent.PlanAccepted(spec));
    }

    private static Plan after(@Nullable Plan plan, PlanEvent... events) {
        for (PlanEvent event : events) {
            plan = Evolution.evolve(plan, event);
        }
        return Objects.requireNonNull(plan);
    }

    private static Step step(Plan plan, String id) {
        return Objects.requireNonNull(plan.steps().get(id));
    }

    private static PlanEvent ready(String step, String input) {
        return new PlanEvent.StepReady(step, input, List.of());
    }

    @Test
    void a_step_is_called_in_the_language_of_its_plan() {
        Plan zh = plan("zh", "fliggy.train.search");
        Plan en = plan("en", "fliggy.train.search");
        assertThat(Labels.of(zh, step(zh, "fliggy_train_search"))).isEqualTo("查高铁");
        assertThat(Labels.of(en, step(en, "fliggy_train_search"))).isEqualTo("Search trains");
    }

    @Test
    void a_capability_without_a_label_is_called_by_its_own_name() {
        Plan plan = plan("zh", "bench.noop.read");
        assertThat(Labels.of(plan, step(plan, "bench_noop_read"))).isEqualTo("noop.read");
    }

    @Test
    void what_it_is_about_shows_once_its_input_is_known() {
        Plan plan = plan("zh", "fliggy.train.search");
        assertThat(Labels.about(plan, step(plan, "fliggy_train_search"))).isEmpty();
        Plan ready =
                after(
                        plan,
                        ready(
                                "fliggy_train_search",
                                "{\"from\":\"北京\",\"to\":\"杭州\",\"date\":\"2026-12-08\"}"));
        assertThat(Labels.about(ready, step(ready, "fliggy_train_search")))
                .contains("北京 → 杭州 12-08");
    }

    @Test
    void a_route_is_called_by_its_mode() {
        Plan plan =
                after(
                        plan("en", "amap.route.plan"),
                        ready("amap_route_plan", "{\"mode\":\"TAXI\"}"));
        assertThat(Labels.of(plan, step(plan, "amap_route_plan"))).isEqualTo("Route by taxi");
    }

    @Test
    void a_booking_is_about_the_offer_whose_quote_it_names() {
        Plan plan =
                after(
                        plan("zh", "fliggy.train.quote", "fliggy.train.book"),
                        new PlanEvent.StepSucceeded(
                                "fliggy_train_quote",
                                "{\"quote\":{\"quoteId\":\"q_1\",\"title\":\"G41 二等座\"}}",
                                List.of()),
                        ready("fliggy_train_book", "{\"quoteId\":\"q_1\"}"));
        assertThat(Labels.about(plan, step(plan, "fliggy_train_quote"))).contains("G41 二等座");
        assertThat(Labels.about(plan, step(plan, "fliggy_train_book"))).contains("G41 二等座");
    }

    @Test
    void what_an_agent_calls_an_offer_is_cut_when_it_is_long() {
        Plan plan =
                after(
                        plan("zh", "taobao.goods.search"),
                        ready("taobao_goods_search", "{\"text\":\"" + "很".repeat(500) + "\"}"));
        assertThat(Labels.about(plan, step(plan, "taobao_goods_search"))).contains("很".repeat(80));
    }

    @Test
    void both_languages_name_the_same_capabilities() throws Exception {
        assertThat(words("en").keySet()).isEqualTo(words("zh").keySet());
    }

    private static Properties words(String lang) throws IOException {
        Properties words = new Properties();
        String name = "labels." + lang + ".properties";
        try (InputStream in = Objects.requireNonNull(Labels.class.getResourceAsStream(name))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
