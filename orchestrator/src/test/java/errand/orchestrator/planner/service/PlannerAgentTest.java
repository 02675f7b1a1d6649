package errand.orchestrator.planner.service;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.Here;
import errand.orchestrator.planner.Notice;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.RunningPlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a message: a plan, or only the telling of one. */
class PlannerAgentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final String WEATHER = "周六杭州天气怎么样";

    private static Thoughtful thought(
            String text, boolean running, @Nullable Boolean planOnly, Set<String> silent) {
        return thought(text, running, planOnly, silent, null);
    }

    private static Thoughtful thought(
            String text,
            boolean running,
            @Nullable Boolean planOnly,
            Set<String> silent,
            @Nullable List<RunningPlan> plans) {
        PlannerAgent agent =
                new PlannerAgent(
                        OfflinePlanner.with(null), new Partly(silent), (user, now) -> false);
        DraftTask task =
                new DraftTask(
                        "m_1",
                        text,
                        "zh",
                        "2026-11-23T15:00:00+08:00",
                        "Asia/Shanghai",
                        List.of(),
                        null,
                        running,
                        planOnly,
                        plans);
        Task circumstances =
                new Task("m_1/draft/do/1", "", "demo", "zh", NOW, NOW.plusSeconds(45), 1, null);
        return ((Outcome.Done<Thoughtful>) agent.draft(task, circumstances)).output();
    }

    @Test
    void a_plan_is_drafted_and_nothing_is_remarked_while_all_agents_are_heard() {
        Thoughtful thought = thought(WEATHER, false, null, Set.of("alipay"));
        assertThat(thought.kind()).isEqualTo("PLAN");
        assertThat(thought.notice()).isNull();
    }

    @Test
    void who_has_not_been_heard_of_is_named_with_the_plan_that_needs_it() {
        Thoughtful thought = thought(WEATHER, false, false, Set.of("amap"));
        assertThat(thought.kind()).isEqualTo("PLAN");
        Notice notice = Objects.requireNonNull(thought.notice());
        assertThat(notice.code()).isEqualTo("AGENT_SILENT");
        assertThat(notice.text()).contains("amap");
    }

    @Test
    void where_only_the_plan_is_wanted_it_is_told_with_a_draft_to_hand_in() {
        Thoughtful thought = thought(WEATHER, false, true, Set.of());
        assertThat(thought.kind()).isEqualTo("ANSWER");
        assertThat(thought.plan()).isNull();
        assertThat(thought.text()).contains("天气", "什么都没有开始");
        JsonNode cards = Objects.requireNonNull(thought.cards());
        assertThat(cards.at("/draft/steps/0/capability").asString())
                .isEqualTo("amap.weather.forecast");
        assertThat(cards.at("/preview/steps/0/effect").asString()).isEqualTo("READ");
    }

    @Test
    void where_only_the_plan_is_wanted_nothing_is_stopped() {
        assertThat(thought("算了，不要了", true, null, Set.of()).kind()).isEqualTo("CANCEL");
        Thoughtful thought = thought("算了，不要了", true, true, Set.of());
        assertThat(thought.kind()).isEqualTo("ANSWER");
        assertThat(thought.text()).contains("什么都没有停下");
    }

    private static List<RunningPlan> train(int people) {
        JsonNode in =
                JsonMapper.shared()
                        .readTree(
                                "{\"from\":\"北京\",\"to\":\"上海\",\"start\":\"2026-12-04\",\"people\":%d}"
                                        .formatted(people));
        return List.of(new RunningPlan("p_7", "两张票", "train-book", in));
    }

    @Test
    void a_change_is_checked_as_a_whole_under_the_id_of_the_plan_that_runs() {
        Thoughtful thought = thought("改成三个人", true, null, Set.of(), train(2));
        assertThat(thought.kind()).isEqualTo("CHANGE");
        assertThat(thought.text()).contains("改成3个人");
        PlanSpec plan = CoreJson.readPlan(Objects.requireNonNull(thought.plan()));
        assertThat(plan.id()).isEqualTo("p_7");
        assertThat(plan.in()).contains("\"people\":3");
        assertThat(plan.manifests()).containsKey("fliggy.train.hold");
    }

    @Test
    void a_change_is_only_told_where_only_the_plan_is_wanted() {
        Thoughtful thought = thought("改成三个人", true, true, Set.of(), train(2));
        assertThat(thought.kind()).isEqualTo("ANSWER");
        assertThat(thought.text()).contains("什么都没有开始");
    }

    /** All are here; of some nothing has been heard for a while. */
    private record Partly(Set<String> away) implements Directory {

        private static final Directory ALL = new Here();

        @Override
        public Optional<Described> find(String capability) {
            return ALL.find(capability);
        }

        @Override
        public List<String> agents() {
            return ALL.agents();
        }

        @Override
        public List<String> capabilities(String agent) {
            return ALL.capabilities(agent);
        }

        @Override
        public boolean silent(String agent) {
            return away.contains(agent);
        }
    }
}
