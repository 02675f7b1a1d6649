package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.PlanDrafts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What a message changes of a plan that runs, and what it does not. It is Monday, 23 November 2026.
 */
class ChangeOfMindTest {

    private static final OfflinePlanner PLANNER = OfflinePlanner.with(null);
    private static final Person DEMO =
            new Person("demo", "杭州", Map.of("公司", "杭州市西溪园区", "家", "杭州市文三路 100 号", "妈妈", "杭州市拱墅区"));

    /** What people said first, by a short name. */
    private static final Map<String, String> ERRANDS =
            Map.ofEntries(
                    Map.entry("train", "订下周五北京到上海的高铁票，2个人"),
                    Map.entry("return", "订下周五北京到上海的往返高铁票，2个人，下周日回来"),
                    Map.entry("hotel", "帮我订下周五上海的酒店，2个人住2晚"),
                    Map.entry("team", "两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资"),
                    Map.entry("goods", "帮我买一个500元以内的机械键盘，寄到公司"),
                    Map.entry("drinks", "帮我点2杯热拿铁送到公司"),
                    Map.entry("trip", "下周三去上海出差，早上去晚上回"));

    private static DraftReply said(String text, String... errands) {
        List<RunningPlan> plans =
                java.util.Arrays.stream(errands).map(ChangeOfMindTest::running).toList();
        return said(text, null, plans);
    }

    private static DraftReply said(
            String text, @Nullable Pending pending, List<RunningPlan> plans) {
        return PLANNER.draft(
                new DraftRequest(
                        "m_2",
                        text,
                        "zh",
                        "2026-11-23T15:00:00+08:00",
                        "Asia/Shanghai",
                        DEMO,
                        List.of(),
                        pending,
                        !plans.isEmpty(),
                        plans));
    }

    private static RunningPlan running(String errand) {
        DraftReply first = said(Objects.requireNonNull(ERRANDS.get(errand)));
        assertThat(first.kind()).as(first.text()).isEqualTo(Kind.PLAN);
        JsonNode plan = Objects.requireNonNull(first.plan());
        return new RunningPlan(
                "p_" + errand, plan.path("goal").asString(), first.playbook(), plan.path("in"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/planner/changes.csv", delimiter = '|', quoteCharacter = '`')
    void a_message_changes_what_it_says_and_nothing_else(
            String text, String errand, String expected) {
        RunningPlan before = running(errand);
        DraftReply reply = said(text, null, List.of(before));
        assertThat(reply.kind()).as(reply.text()).isEqualTo(Kind.CHANGE);
        assertThat(reply.planId()).isEqualTo("p_" + errand);
        JsonNode plan = Objects.requireNonNull(reply.plan());
        assertThat(changed(before.in(), plan.path("in"))).isEqualTo(values(expected));
        assertThat(PlanDrafts.check(plan.toString(), new Here(), "p_1", "demo", reply.lang()))
                .isInstanceOf(Checked.Accepted.class);
    }

    private static Map<String, String> values(String expected) {
        Map<String, String> values = new java.util.TreeMap<>();
        for (String each : expected.strip().split(" *; *")) {
            String[] parts = each.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    /** New values by name; what is known no more is "-". */
    private static Map<String, String> changed(JsonNode before, JsonNode after) {
        Map<String, String> changed = new java.util.TreeMap<>();
        Map<String, JsonNode> names = new LinkedHashMap<>();
        before.properties().forEach(it -> names.put(it.getKey(), it.getValue()));
        after.properties().forEach(it -> names.put(it.getKey(), it.getValue()));
        names.remove("say");
        for (String name : names.keySet()) {
            JsonNode now = after.path(name);
            if (!now.equals(before.path(name))) {
                changed.put(name, now.isMissingNode() ? "-" : brief(now));
            }
        }
        return changed;
    }

    private static String brief(JsonNode value) {
        if (value.has("amount")) {
            return value.path("amount").asString();
        }
        if (value.has("start") || value.has("end")) {
            return value.path("start").asString("") + "–" + value.path("end").asString("");
        }
        if (value.isArray()) {
            return String.join(
                    ",",
                    value.valueStream()
                            .map(
                                    it ->
                                            it.has("text")
                                                    ? it.path("quantity").asString()
                                                            + it.path("text").asString()
                                                    : it.asString())
                            .toList());
        }
        return value.asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "再买三个杯子 | train",
                "周六天气怎么样 | hotel",
                "周六杭州天气怎么样 | hotel",
                "帮我订三张高铁票吧 | train",
                "帮我订周六上海的酒店 | hotel",
                "三个人去上海怎么走最快 | train",
                "几点到？ | train",
                "明天去上海 | train",
                "上海 | hotel",
                "三个人 | goods",
                "查一下周六北京到上海的高铁 | train",
                "给三个人各买一个杯子 | hotel",
                "buy three cups | train",
                "what's the weather on Saturday | hotel",
                "weather in Hangzhou on Saturday | hotel",
                "book a hotel for three people in Shanghai on Saturday | train",
                "when does it arrive? | train",
                "trains to Shanghai on Saturday | train",
                "another three cups please | goods",
                "do you like Saturday | hotel",
                "two lattes to my office | hotel",
                "how much is it for three people | train",
            })
    void what_says_more_than_a_value_is_no_change(String text, String errand) {
        assertThat(said(text, errand).kind()).isNotEqualTo(Kind.CHANGE);
    }

    @ParameterizedTest
    @CsvSource({"三个人", "改成周六", "换成大床房", "make it three people", "Saturday instead", "不要酒店了"})
    void nothing_is_changed_when_nothing_runs(String text) {
        assertThat(said(text).kind()).isNotEqualTo(Kind.CHANGE);
    }

    @Test
    void a_plan_that_no_playbook_made_is_not_changed_by_rules() {
        RunningPlan own = new RunningPlan("p_1", "own", null, running("train").in());
        assertThat(said("改成三个人", null, List.of(own)).kind()).isNotEqualTo(Kind.CHANGE);
    }

    @Test
    void what_is_so_anyway_is_said_and_changes_nothing() {
        DraftReply reply = said("改成两个人", "train");
        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.text()).contains("本来就是这样");
    }

    @Test
    void what_would_not_be_complete_is_said_and_changes_nothing() {
        DraftReply reply = said("改成往返", "train");
        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.text()).contains("没有改", "哪天回来");
    }

    @Test
    void what_cannot_be_is_said_and_changes_nothing() {
        DraftReply reply = said("改成一个人", "team");
        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.text()).contains("两个人以上");
    }

    @Test
    void what_changes_is_said_back() {
        assertThat(said("三个人吧", "train").text()).isEqualTo("好的，改成3个人，其他不变；重新查价，好了再请您确认。");
        assertThat(said("make it three people", "train").text())
                .isEqualTo(
                        "All right: 3 people now; the rest stays. I look up the new price and ask"
                                + " you again.");
        assertThat(said("改成周六", "hotel").text()).contains("2026-11-28（周六）", "到2026-11-30");
        assertThat(said("不要团餐", "team").text()).contains("不要团餐了，其他不变");
        assertThat(said("skip the supplies", "team").text()).contains("without supplies");
        assertThat(said("预算加到五万", "team").text()).contains("预算¥50,000");
    }

    @Test
    void where_two_plans_could_be_meant_it_is_asked_which() {
        List<RunningPlan> plans = List.of(running("train"), running("hotel"));
        DraftReply which = said("三个人吧", null, plans);
        assertThat(which.kind()).isEqualTo(Kind.QUESTION);
        assertThat(which.questions().getFirst().options())
                .containsExactly(plans.get(0).goal(), plans.get(1).goal());

        DraftReply answer = said("高铁那个", which.pending(), plans);
        assertThat(answer.kind()).isEqualTo(Kind.CHANGE);
        assertThat(answer.planId()).isEqualTo("p_train");
        assertThat(Objects.requireNonNull(answer.plan()).at("/in/people").asInt()).isEqualTo(3);
        DraftReply other = said(plans.get(1).goal(), which.pending(), plans);
        assertThat(other.planId()).isEqualTo("p_hotel");
    }

    @Test
    void a_plan_that_is_named_is_the_one_that_is_meant() {
        List<RunningPlan> plans = List.of(running("train"), running("hotel"));
        assertThat(said("酒店改成三个人", null, plans).planId()).isEqualTo("p_hotel");
        assertThat(said("change the train to three people", null, plans).planId())
                .isEqualTo("p_train");
        assertThat(said("换成大床房", null, plans).planId()).isEqualTo("p_hotel");
    }

    @Test
    void an_open_question_is_answered_first() {
        Pending pending = said("订高铁票").pending();
        DraftReply reply = said("三个人", pending, List.of(running("hotel")));
        assertThat(reply.kind()).isNotEqualTo(Kind.CHANGE);
    }
}
