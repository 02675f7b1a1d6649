package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Words that cannot be taken are asked about; misspelt ones are taken and said back. */
class UnclearTest {

    private static final OfflinePlanner PLANNER = OfflinePlanner.with(null);

    private static DraftReply draft(String text) {
        return PLANNER.draft(OfflinePlannerTest.said(text, null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2月30日杭州天气怎么样|date|“2月30日”没有这一天。",
                "13月5日成都会下雨吗|date|“13月5日”没有这一天。",
                "查2027年2月29日北京到上海的高铁|date|“2027年2月29日”没有这一天。",
                "查32号北京到上海的高铁|date|“32号”没有这一天。",
                "昨天杭州下雨吗|date|“昨天”已经过了。",
                "查2025年5月1日北京到上海的高铁|date|“2025年5月1日”已经过了。",
                "查11月20号北京到上海的高铁|date|“11月20号”已经过了。",
                "春节期间三亚天气怎么样|date|“春节”还不知道具体是哪一天。",
                "下周北京到上海的高铁|date|“下周”还不知道具体是哪一天。",
                "查明天25点北京到上海的高铁|window|“25点”没有这个时间。",
                "订上海的酒店，12月5号入住，2月30日离店，两个人|end|“2月30日”没有这一天。",
                "1000以内的耳机，2月30日前送到，比一下价|deliverBy|“2月30日”没有这一天。",
                "Will it rain in Ningbo on February 30|date|There is no such day as \"February 30\".",
                "trains from Beijing to Shanghai on June 31st|date|There is no such day as \"June 31st\".",
                "trains from Beijing to Shanghai on 32 December|date|There is no such day as \"32 December\".",
                "weather in Xiamen yesterday|date|\"yesterday\" is over.",
                "trains from Beijing to Shanghai on 2025-05-01|date|\"2025-05-01\" is over.",
                "Weather in Chengdu next week|date|\"next week\" is not one day.",
                "trains from Beijing to Shanghai at the end of the month|date|\"the end of the month\" is not one day.",
                "weather in Ningbo on wensday|date|I could not read \"wensday\" as a day.",
                "day trip from Hangzhou to Shanghai on Satrdy|start|I could not read \"Satrdy\" as a day.",
                "trains from Beijing to Tianjin tomorrow at 25:00|window|There is no such time as \"25:00\"."
            })
    void what_cannot_be_taken_is_asked_about_by_its_words(String text, String slot, String why) {
        DraftReply reply = draft(text);
        assertThat(reply.kind()).isEqualTo(Kind.QUESTION);
        assertThat(reply.questions()).extracting(Question::slot).contains(slot);
        assertThat(reply.text()).startsWith(why);
        assertThat(reply.text()).hasSizeGreaterThan(why.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "will it rain in Qingdao tomorow|date|2026-11-24|\"tomorow\" read as tomorrow",
                "weather in Dalian tommorrow|date|2026-11-24|\"tommorrow\" read as tomorrow",
                "is it cold in Harbin tommorow|date|2026-11-24|\"tommorow\" read as tomorrow",
                "Do I need an umbrella in Suzhou on Satuday|date|2026-11-28|\"Satuday\" read as saturday",
                "trains from Beijing to Shanghai on Wendesday|date|2026-11-25|\"Wendesday\" read as wednesday",
                "trains from Beijing to Shanghai on Decmber 5|date|2026-12-05|\"Decmber\" read as december",
                "trains from Beijng to Tianjin on Friday|from|Beijing|\"Beijng\" read as Beijing",
                "trains from Beijing to Hangzou tomorrow|to|Hangzhou|\"Hangzou\" read as Hangzhou",
                "weather in Chengud tomorrow|city|Chengdu|\"Chengud\" read as Chengdu"
            })
    void slips_are_taken_and_said_back(String text, String slot, String value, String read) {
        JsonNode plan = Objects.requireNonNull(draft(text).plan());
        assertThat(plan.path("in").path(slot).asString()).isEqualTo(value);
        assertThat(plan.path("goal").asString()).endsWith("(" + read + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weather in Changzhou tomorrow|Changzhou",
                "weather in Xi'an tomorrow|Xi'an",
                "Is it cold in Lanzhou on Sunday|Lanzhou"
            })
    void names_that_are_right_stay(String text, String city) {
        JsonNode plan = Objects.requireNonNull(draft(text).plan());
        assertThat(plan.path("in").path("city").asString()).isEqualTo(city);
        assertThat(plan.path("goal").asString()).doesNotContain("read as");
    }

    @Test
    void another_city_that_is_one_letter_away_is_not_taken_for_one_that_is_known() {
        assertThat(draft("trains from Beijing to Chengde tomorrow").questions())
                .extracting(Question::slot)
                .containsExactly("to");
    }

    @Test
    void a_slip_in_a_first_message_is_still_told_after_the_answer() {
        DraftReply first = draft("trains from Beijing tomorow");
        DraftReply then =
                PLANNER.draft(OfflinePlannerTest.said("Shanghai", first.pending(), false));
        assertThat(Objects.requireNonNull(then.plan()).path("goal").asString())
                .contains("\"tomorow\" read as tomorrow");
    }

    @Test
    void what_was_unclear_and_is_asked_is_taken_from_the_answer() {
        DraftReply first = draft("2月30日杭州天气怎么样");
        DraftReply then = PLANNER.draft(OfflinePlannerTest.said("3月1日", first.pending(), false));
        assertThat(Objects.requireNonNull(then.plan()).at("/in/date").asString())
                .isEqualTo("2027-03-01");
    }

    @Test
    void a_past_day_beside_one_that_was_understood_is_no_question() {
        assertThat(draft("昨天下雨了，明天杭州天气怎么样").kind()).isEqualTo(Kind.PLAN);
    }
}
