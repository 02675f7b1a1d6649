package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.planner.playbook.Bilingual;
import errand.orchestrator.planner.playbook.Playbooks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What sentences become. It is Monday, 23 November 2026, in the afternoon. */
class OfflinePlannerTest {

    private static final OfflinePlanner PLANNER = OfflinePlanner.with(null);
    private static final Person DEMO =
            new Person("demo", "杭州", Map.of("公司", "杭州市西溪园区", "妈妈", "杭州市拱墅区"));

    static DraftRequest said(String text, @Nullable Pending pending, boolean running) {
        return new DraftRequest(
                "m_1",
                text,
                "zh",
                "2026-11-23T15:00:00+08:00",
                "Asia/Shanghai",
                DEMO,
                List.of(),
                pending,
                running);
    }

    private static DraftReply draft(String text) {
        return PLANNER.draft(said(text, null, false));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/planner/sayings.csv", delimiter = '|', quoteCharacter = '`')
    void a_sentence_becomes_the_plan_it_means(String text, String playbook, String expected) {
        DraftReply reply = draft(text);
        assertThat(reply.kind()).as(reply.text()).isEqualTo(Kind.PLAN);
        assertThat(reply.playbook()).isEqualTo(playbook);
        JsonNode in = plan(reply).path("in");
        for (String each : expected.strip().split(" *; *")) {
            String[] parts = each.split("=", 2);
            JsonNode value = in.at("/" + parts[0].replace('.', '/'));
            assertThat(value.isMissingNode() ? "-" : value.asString())
                    .as(each + " in " + in)
                    .isEqualTo(parts[1]);
        }
        assertThat(
                        PlanDrafts.check(
                                plan(reply).toString(), new Here(), "p_1", "demo", reply.lang()))
                .isInstanceOf(Checked.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_example_of_a_playbook_becomes_its_plan_without_a_question(
            String playbook, String example) {
        DraftReply reply = draft(example);
        assertThat(reply.kind()).as(reply.text()).isEqualTo(Kind.PLAN);
        assertThat(reply.playbook()).isEqualTo(playbook);
        assertThat(
                        PlanDrafts.check(
                                plan(reply).toString(), new Here(), "p_1", "demo", reply.lang()))
                .isInstanceOf(Checked.Accepted.class);
    }

    /** Every playbook that is shipped has one, in both languages. */
    static Stream<Arguments> examples() {
        return Playbooks.with(null).current().playbooks().stream()
                .flatMap(
                        it -> {
                            Bilingual example = Objects.requireNonNull(it.example(), it.name());
                            return Stream.of(
                                    Arguments.of(it.name(), example.zh()),
                                    Arguments.of(it.name(), example.en()));
                        });
    }

    private static JsonNode plan(DraftReply reply) {
        JsonNode plan = reply.plan();
        if (plan == null) {
            throw new AssertionError("No plan: " + reply);
        }
        return plan;
    }

    @Test
    void the_teams_outing_has_the_steps_of_the_example() {
        JsonNode plan = plan(draft("两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资"));
        assertThat(plan.path("budget").toString())
                .isEqualTo("{\"amount\":3000000,\"currency\":\"CNY\"}");
        assertThat(plan.path("steps").valueStream().map(it -> it.path("id").asString()))
                .containsExactly(
                        "out", "back", "hotel", "meal", "kit", "qOut", "qBack", "qHotel", "qMeal",
                        "qKit", "route", "ok", "hOut", "hBack", "hHotel", "hMeal", "auth", "bHotel",
                        "bMeal", "bKit", "bOut", "bBack", "pay");
        assertThat(plan.path("goal").asString())
                .isEqualTo("12人 北京→杭州 团建，2026-12-07（周一）至2026-12-08（周二）");
    }

    @Test
    void the_same_message_always_gives_the_same_reply() {
        DraftRequest request = said("查下周五下午北京到杭州的高铁", null, false);
        assertThat(PLANNER.draft(request)).isEqualTo(OfflinePlanner.with(null).draft(request));
    }

    @Test
    void a_hotel_is_asked_for_in_two_turns_and_no_city_is_guessed() {
        DraftReply first = draft("帮我订个酒店");
        assertThat(first.kind()).isEqualTo(Kind.QUESTION);
        assertThat(first.questions())
                .extracting(Question::slot)
                .containsExactly("city", "start", "end", "people", "budget");
        DraftReply second = PLANNER.draft(said("成都，12月18号到20号", first.pending(), false));
        assertThat(second.questions()).extracting(Question::slot).containsExactly("people");
        DraftReply third = PLANNER.draft(said("3", second.pending(), false));
        assertThat(plan(third).path("in").path("people").asInt()).isEqualTo(3);
        assertThat(plan(third).path("in").path("end").asString()).isEqualTo("2026-12-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "订明天早上上海到南京的高铁 ×3",
                "订明天早上上海到南京的高铁，我跟小王一起去",
                "book a train from Shanghai to Nanjing tomorrow morning, me and Bob",
                "book a train from Shanghai to Nanjing tomorrow morning with our clients",
                "订明天早上上海到南京的高铁，带着爸妈和孩子"
            })
    void a_number_that_may_be_people_is_asked_about_and_never_one_seat(String text) {
        DraftReply first = draft(text);
        assertThat(first.questions()).extracting(Question::slot).containsExactly("people");
        DraftReply second = PLANNER.draft(said("嗯", first.pending(), false));
        assertThat(second.questions()).extracting(Question::slot).containsExactly("people");
        DraftReply third = PLANNER.draft(said("3", second.pending(), false));
        assertThat(plan(third).path("in").path("people").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Book a table for 4 tonight near West Lake",
                "buy socks",
                "book a taxi home at 7pm",
                "订一桌川菜",
                "预订一个会议室"
            })
    void what_is_not_about_trains_is_not_taken_for_one(String text) {
        assertThat(draft(text).playbook()).isNotEqualTo("train-book");
    }

    @Test
    void what_was_asked_may_follow_from_another_answer() {
        DraftReply first = draft("帮我订个酒店");
        DraftReply second = PLANNER.draft(said("杭州，下周六住一晚，两个人，预算800", first.pending(), false));
        assertThat(plan(second).path("in").path("end").asString()).isEqualTo("2026-12-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "帮我买一个键盘和两个鼠标，送到公司",
                "给爸妈各买一件羽绒服，送到公司",
                "buy me 2 keyboards and 3 lamps, deliver to my office"
            })
    void two_things_at_once_are_not_bought_as_one(String text) {
        DraftReply reply = draft(text);
        assertThat(reply.kind()).as(reply.text()).isEqualTo(Kind.ANSWER);
        assertThat(reply.text()).containsPattern("一次只能买一种|one kind of thing at a time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"怎么样了？", "订好了吗", "到哪一步了", "How is it going?", "is it done yet?", "status"})
    void how_far_things_are_is_answered_and_starts_nothing(String text) {
        DraftReply running = PLANNER.draft(said(text, null, true));
        assertThat(running.kind()).isEqualTo(Kind.ANSWER);
        assertThat(running.text()).containsPattern("还在办|under way");
        assertThat(draft(text).text()).containsPattern("没有正在办|Nothing is under way");
    }

    @Test
    void nothing_is_asked_a_third_time() {
        Pending pending = draft("Book me a hotel").pending();
        DraftReply second = PLANNER.draft(said("hmm", pending, false));
        assertThat(second.kind()).isEqualTo(Kind.QUESTION);
        DraftReply third = PLANNER.draft(said("whatever", second.pending(), false));
        assertThat(third.kind()).isEqualTo(Kind.ANSWER);
        assertThat(third.text())
                .startsWith("I cannot go on without knowing: In which city?")
                .contains("Nothing was booked");
        assertThat(third.pending()).isNull();
    }

    @Test
    void another_request_leaves_the_question_behind() {
        DraftReply reply = PLANNER.draft(said("查明天北京到上海的高铁", draft("帮我订个酒店").pending(), false));
        assertThat(reply.playbook()).isEqualTo("train-search");
        assertThat(reply.kind()).isEqualTo(Kind.PLAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"点两杯拿铁送到我女朋友家", "两杯美式送到同事的公司楼下", "two lattes delivered to my sister's flat"})
    void a_place_that_only_the_person_knows_is_asked_for(String sentence) {
        assertThat(draft(sentence).questions()).extracting(Question::slot).containsExactly("place");
    }

    @Test
    void an_unknown_own_place_is_asked_for() {
        DraftReply first = draft("两杯拿铁送到家里");
        assertThat(first.questions()).extracting(Question::slot).containsExactly("place");
        DraftReply second = PLANNER.draft(said("杭州市文三路138号", first.pending(), false));
        assertThat(plan(second).path("in").path("place").asString()).isEqualTo("杭州市文三路138号");
        assertThat(plan(second).at("/in/items/0/quantity").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "你好，讲个笑话|zh|程序员",
                "Hi, tell me a joke|en|programmer",
                "你好|zh|按规则工作",
                "hello there|en|rule-based",
                "谢谢！|zh|不客气",
                "Thanks a lot|en|welcome",
                "你能做什么|zh|订酒店",
                "what can you do?|en|book hotels",
                "今天股市怎么样|zh|没听懂",
                "What is the capital of France?|en|did not understand",
                "讲个关于高铁的笑话|zh|程序员"
            })
    void small_talk_is_answered_without_a_plan(String text, String lang, String part) {
        DraftReply reply = draft(text);
        assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
        assertThat(reply.lang()).isEqualTo(lang);
        assertThat(reply.text()).contains(part);
        assertThat(reply.plan()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "算了，不要了",
                "算了",
                "不用了，谢谢",
                "取消吧",
                "Forget it",
                "never mind",
                "Actually, cancel that",
                "stop"
            })
    void leaving_off_cancels_what_runs(String text) {
        assertThat(PLANNER.draft(said(text, null, true)).kind()).isEqualTo(Kind.CANCEL);
        assertThat(draft(text).kind()).isEqualTo(Kind.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "换一家",
                "换一家酒店吧",
                "换个别的",
                "有没有别的？",
                "不要这家，换一个",
                "另外一家呢",
                "Another one",
                "a different hotel please",
                "Is there anything else?",
                "No, not this one"
            })
    void another_one_is_wanted_while_something_runs_and_is_talk_when_nothing_does(String text) {
        assertThat(PLANNER.draft(said(text, null, true)).kind()).isEqualTo(Kind.ANOTHER);
        assertThat(PLANNER.draft(said(text, null, false)).kind()).isNotEqualTo(Kind.ANOTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"换个航班去上海", "another hotel in Shanghai for next Friday", "再来一杯拿铁送到公司"})
    void a_request_of_its_own_is_not_taken_for_a_swap(String text) {
        assertThat(PLANNER.draft(said(text, null, true)).kind()).isNotEqualTo(Kind.ANOTHER);
    }

    @Test
    void a_hotel_that_can_be_cancelled_is_no_cancellation() {
        assertThat(PLANNER.draft(said("订个可以免费取消的酒店", null, true)).kind()).isEqualTo(Kind.QUESTION);
    }

    @Test
    void names_in_chinese_leave_a_sentence_english() {
        assertThat(draft("Two lattes to 西溪园区 please").lang()).isEqualTo("en");
        assertThat(draft("Trains from 北京 to 杭州 next Friday").lang()).isEqualTo("en");
        assertThat(draft("帮我订 Hilton 酒店").lang()).isEqualTo("zh");
    }
}
