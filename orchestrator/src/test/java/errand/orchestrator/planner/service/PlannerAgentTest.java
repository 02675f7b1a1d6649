package errand.orchestrator.planner.service;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Limits;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.orchestrator.admission.Admission;
import errand.orchestrator.admission.AdmissionSettings;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.Here;
import errand.orchestrator.planner.Notice;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.RunningPlan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
        return thought(text, running, planOnly, new Partly(silent), plans);
    }

    private static Thoughtful thought(
            String text,
            boolean running,
            @Nullable Boolean planOnly,
            Directory directory,
            @Nullable List<RunningPlan> plans) {
        PlannerAgent agent =
                new PlannerAgent(
                        OfflinePlanner.with(null),
                        directory,
                        (user, now) -> false,
                        new Admission(
                                new AdmissionSettings(9, 9, 9, 9, 9), new SimpleMeterRegistry()));
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

    private static Thoughtful without(String absent, String text) {
        return thought(text, false, null, new Limited(absent), null);
    }

    @Test
    void what_no_agent_here_can_do_is_told_in_words_with_the_reason() {
        assertThat(without("flash.", "帮我点2杯热拿铁送到西溪园区前台").text())
                .isEqualTo("现在办不了这件事：这里点不了。什么都没有预订，也没有付款。");
        assertThat(without("flash.", "two hot lattes to Xixi campus").text())
                .isEqualTo(
                        "I cannot do that right now: Nothing is delivered here. Nothing was booked or paid.");
        assertThat(without("amap.", WEATHER).text())
                .isEqualTo("现在办不了这件事：这里现在没有能办这些的服务：天气。什么都没有预订，也没有付款。");
    }

    @Test
    void nobody_is_asked_for_particulars_of_what_cannot_be_done() {
        assertThat(thought("帮我点2杯热拿铁", false, null, Set.of()).kind()).isEqualTo("QUESTION");
        Thoughtful thought = without("flash.", "帮我点2杯热拿铁");
        assertThat(thought.kind()).isEqualTo("ANSWER");
        assertThat(thought.text()).contains("这里点不了");
    }

    @Test
    void an_optional_step_that_no_agent_here_can_do_is_left_out() {
        String laptops = "6000以内的轻薄本，比一下价";
        assertThat(steps(thought(laptops, false, null, Set.of()))).contains("goods", "quotes");
        assertThat(steps(without("taobao.goods.quote", laptops))).containsExactly("goods");
        assertThat(without("taobao.goods.search", laptops).kind()).isEqualTo("ANSWER");
    }

    private static List<String> steps(Thoughtful thought) {
        return CoreJson.readPlan(Objects.requireNonNull(thought.plan())).steps().stream()
                .map(step -> step.id())
                .toList();
    }

    /** All are here, but for capabilities whose names begin so; flash says why. */
    private record Limited(String absent) implements Directory {

        @Override
        public Optional<Described> find(String capability) {
            return capability.startsWith(absent) ? Optional.empty() : Partly.ALL.find(capability);
        }

        @Override
        public List<String> agents() {
            return Partly.ALL.agents();
        }

        @Override
        public List<String> capabilities(String agent) {
            return Partly.ALL.capabilities(agent).stream()
                    .filter(capability -> !capability.startsWith(absent))
                    .toList();
        }

        @Override
        public Optional<Limits> limits(String agent) {
            return agent.equals("flash")
                    ? Optional.of(new Limits("这里点不了。", "Nothing is delivered here."))
                    : Optional.empty();
        }
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
