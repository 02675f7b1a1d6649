package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import errand.agent.Money;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Documents;
import errand.runtime.schema.JsonSchemas;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How plans are told, from what their steps returned and nothing else. */
class AnsweringTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OfflinePlanner PLANNER = OfflinePlanner.with(null);

    @Test
    void without_a_playbook_what_was_found_is_told_value_by_value_and_cited() {
        JsonNode found =
                JSON.readTree(
                        """
                                {"city":"杭州","note":null,"offers":[
                                 {"offerId":"o1","trainNo":"G7","price":{"amount":55300,"currency":"CNY"},"departAt":"2026-12-07T08:00:00+08:00"},
                                 {"offerId":"o2","trainNo":"G9","seats":[1,2]}]}""");
        AnswerReply reply =
                PLANNER.answer(
                        new AnswerRequest(
                                "zh",
                                null,
                                "p_1",
                                "高铁",
                                "done",
                                null,
                                JSON.createObjectNode(),
                                null,
                                null,
                                List.of(
                                        new StepDone(
                                                "t", "fliggy.train.search", "done", found, null))));

        assertThat(reply.text())
                .isEqualTo(
                        "办好了：高铁\n· city 杭州\n· trainNo G7, price ¥553, departAt 12-07 08:00\n· trainNo G9");
        assertThat(reply.citations())
                .extracting(Citation::stepId, Citation::path)
                .contains(
                        tuple("t", "/city"),
                        tuple("t", "/offers/0/trainNo"),
                        tuple("t", "/offers/0/price"),
                        tuple("t", "/offers/1/trainNo"));
    }

    private static final String TRAINS =
            """
            {"offers":[
             {"trainNo":"G1","from":"北京南站","to":"杭州东站","departAt":"2026-12-04T13:00:00+08:00","arriveAt":"2026-12-04T17:30:00+08:00","minutes":270,"seatsLeft":9,"price":{"amount":62600,"currency":"CNY"}},
             {"trainNo":"G3","from":"北京南站","to":"杭州东站","departAt":"2026-12-04T14:00:00+08:00","arriveAt":"2026-12-04T19:00:00+08:00","minutes":300,"seatsLeft":4,"price":{"amount":55350,"currency":"CNY"}}],"soldOut":0}""";
    private static final String ASKED =
            """
            {"from":"北京","to":"杭州","date":"2026-12-04","say":{"date":"2026-12-04（周五）","window":"12:00–18:00"}}""";

    @Test
    void trains_are_told_with_the_day_and_every_value_is_cited() {
        AnswerReply reply =
                answer("zh", "train-search", "done", null, ASKED, null, done("trains", TRAINS));
        assertThat(reply.text())
                .startsWith(
                        "2026-12-04（周五） 北京到杭州，共2趟。\n时间：12:00–18:00。\n最便宜：G3，¥553.50；最快：G1，270分钟。")
                .contains("· G1 北京南站 12-04 13:00 → 杭州东站 12-04 17:30，¥626，余9");
        assertThat(reply.citations())
                .extracting(it -> it.stepId() + " " + it.path() + " " + it.value())
                .contains(
                        "trains /offers/1/trainNo \"G3\"",
                        "trains /offers/1/price {\"amount\":55350,\"currency\":\"CNY\"}",
                        "trains /offers/0/minutes 270");
        assertThat(reply.cards().path("trains").size()).isEqualTo(2);
    }

    @Test
    void nothing_found_is_said() {
        AnswerReply reply =
                answer(
                        "zh",
                        "train-search",
                        "done",
                        null,
                        ASKED,
                        null,
                        done("trains", "{\"offers\":[],\"soldOut\":0}"));
        assertThat(reply.text()).isEqualTo("2026-12-04（周五） 北京到杭州没有符合的车次。");
    }

    @Test
    void a_hotel_that_was_not_found_is_why_the_plan_failed() {
        AnswerReply reply =
                answer(
                        "en",
                        "hotel-book",
                        "failed",
                        new Failure("INPUT_INVALID", "/offerId: required"),
                        "{\"city\":\"Xi'an\",\"say\":{\"start\":\"Fri 2026-12-04\",\"end\":\"Sun 2026-12-06\"}}",
                        null,
                        done("hotels", "{\"offers\":[]}"));
        assertThat(reply.text())
                .isEqualTo(
                        "No hotel in Xi'an fits from Fri 2026-12-04 to Sun 2026-12-06.\nNothing was paid.");
    }

    @Test
    void the_fastest_way_is_named_with_minutes_and_cost() {
        AnswerReply reply =
                answer(
                        "en",
                        "route",
                        "done",
                        null,
                        "{}",
                        null,
                        done("driving", route("DRIVING", 41, 1200)),
                        done("transit", route("TRANSIT", 38, 500)),
                        done("taxi", route("TAXI", 44, 5300)));
        assertThat(reply.text())
                .startsWith(
                        "From A to B, the fastest is public transport: about 38 minutes, about ¥5.\n· Driving: about 41 min")
                .doesNotContain("Walking");
    }

    @Test
    void rain_sends_indoors() {
        AnswerReply reply =
                answer(
                        "zh",
                        "weather",
                        "done",
                        null,
                        "{\"city\":\"杭州\",\"say\":{\"date\":\"2026-11-24（周二）\"}}",
                        null,
                        done(
                                "weather",
                                "{\"city\":\"杭州\",\"date\":\"2026-11-24\",\"text\":\"小雨\",\"textEn\":\"light rain\",\"rain\":true,\"tempMin\":8,\"tempMax\":13}"),
                        done(
                                "places",
                                "{\"places\":[{\"name\":\"西湖\",\"address\":\"a\",\"category\":\"SIGHT\",\"indoor\":false,\"rating\":4.9,\"visits\":9},{\"name\":\"博物馆\",\"address\":\"b\",\"category\":\"MUSEUM\",\"indoor\":true,\"rating\":4.7,\"visits\":5}]}"));
        assertThat(reply.text())
                .startsWith("杭州 2026-11-24（周二）：小雨，8–13℃。\n有雨，推荐室内的去处：\n· 博物馆")
                .doesNotContain("西湖");
    }

    @Test
    void over_budget_says_by_how_much_and_what_could_give() {
        JsonNode details =
                json(
                        "{\"by\":{\"amount\":1200000,\"currency\":\"CNY\"},\"budget\":{\"amount\":800000,\"currency\":\"CNY\"},\"lines\":[{\"quoteId\":\"q1\",\"title\":\"G33\",\"amount\":{\"amount\":751200,\"currency\":\"CNY\"}},{\"quoteId\":\"q2\",\"title\":\"酒店\",\"amount\":{\"amount\":900000,\"currency\":\"CNY\"}}]}");
        AnswerReply reply =
                answer(
                        "zh",
                        "team-building",
                        "failed",
                        new Failure("BUDGET_EXCEEDED", "over", details),
                        "{}",
                        Money.cny(800000));
        assertThat(reply.text())
                .isEqualTo(
                        "没有办成：目标。\n超出预算 ¥12,000（预算 ¥8,000）。可以省的地方，从大到小：酒店 ¥9,000；G33 ¥7,512。少订几项或减少人数，或者把预算提到¥20,000，改好再说一次；这次什么都没有订。\n没有付款。");
    }

    @Test
    void over_budget_says_which_line_would_be_enough_to_leave_out() {
        JsonNode details =
                json(
                        """
                        {"by":{"amount":50000,"currency":"CNY"},"budget":{"amount":800000,"currency":"CNY"},
                         "lines":[{"title":"Hotel","amount":{"amount":90000,"currency":"CNY"}},
                                  {"title":"Meal","amount":{"amount":30000,"currency":"CNY"}}]}""");
        AnswerReply reply =
                answer(
                        "en",
                        "team-building",
                        "failed",
                        new Failure("BUDGET_EXCEEDED", "over", details),
                        "{}",
                        Money.cny(800000));
        assertThat(reply.text())
                .contains(
                        "Leaving one out would do (Hotel), or raise the budget to ¥8,500, and ask again; nothing was booked.");
    }

    @Test
    void a_balance_that_is_too_low_offers_another_way() {
        AnswerReply reply =
                answer(
                        "en",
                        "goods-buy",
                        "failed",
                        new Failure("BALANCE_TOO_LOW", "The balance is 3200.00 CNY."),
                        "{}",
                        null);
        assertThat(reply.text())
                .isEqualTo(
                        "Not done: 目标. Reason: The balance is 3200.00 CNY. Top it up, pay another way, or ask for something cheaper.\nNothing was paid.");
    }

    @Test
    void a_failed_plan_says_what_was_undone() {
        AnswerReply reply =
                answer(
                        "en",
                        "day-trip",
                        "failed",
                        new Failure("SOLD_OUT", "No room is left."),
                        "{}",
                        null,
                        new StepDone(
                                "hOut",
                                "fliggy.train.hold",
                                "undone",
                                json("{\"holdId\":\"h1\"}"),
                                null));
        assertThat(reply.text())
                .isEqualTo(
                        "Not done: 目标. Reason: No room is left.\nUndone: holding train seats.\nNothing was paid.");
    }

    @Test
    void a_plan_of_the_callers_own_is_told_by_its_ids() {
        AnswerReply reply =
                PLANNER.answer(
                        new AnswerRequest(
                                "en",
                                null,
                                "p_1",
                                "a trip",
                                "done",
                                null,
                                json("{}"),
                                null,
                                Money.cny(751200),
                                List.of(done("b", "{\"bookingId\":\"B7\",\"title\":\"G33\"}"))));
        assertThat(reply.text()).isEqualTo("Done: a trip\n· G33: B7\nPaid in all: ¥7,512.");
        assertThat(reply.citations())
                .containsExactly(new Citation("b", "/bookingId", json("\"B7\"")));
    }

    @Test
    void one_shop_that_has_everything_is_chosen() {
        String shops =
                "[{\"shops\":["
                        + shop("s1", "i1")
                        + ","
                        + shop("s2", "i2")
                        + "]},{\"shops\":["
                        + shop("s2", "i3")
                        + "]}]";
        JsonNode quote = step("drinks", "quote", "两杯拿铁和一杯美式送到西溪园区");
        String input =
                filled(
                        quote,
                        "{\"items\":[{\"text\":\"拿铁\",\"quantity\":2},{\"text\":\"美式\",\"quantity\":1}],\"place\":\"西溪园区\"}",
                        Map.of("shops", shops));
        assertThat(input)
                .isEqualTo(
                        "{\"deliverTo\":\"西溪园区\",\"lines\":[{\"itemId\":\"i2\",\"quantity\":2},{\"itemId\":\"i3\",\"quantity\":1}],\"shopId\":\"s2\"}");
        String one =
                filled(
                        quote,
                        "{\"items\":[{\"text\":\"拿铁\",\"quantity\":2}],\"place\":\"西溪园区\"}",
                        Map.of("shops", "[{\"shops\":[" + shop("s1", "i1") + "]}]"));
        assertThat(one)
                .isEqualTo(
                        "{\"deliverTo\":\"西溪园区\",\"lines\":[{\"itemId\":\"i1\",\"quantity\":2}],\"shopId\":\"s1\"}");
    }

    @Test
    void what_the_words_chose_with_an_item_is_ordered_with_it() {
        JsonNode quote = step("drinks", "quote", "两杯大杯冰拿铁送到西溪园区");
        String in = "{\"items\":[{\"text\":\"大杯冰拿铁\",\"quantity\":2}],\"place\":\"西溪园区\"}";

        assertThat(filled(quote, in, Map.of("shops", chosen("[\"iced\",\"large\"]"))))
                .contains("\"options\":[\"iced\",\"large\"]");
        assertThat(filled(quote, in, Map.of("shops", chosen("[\"iced\"]"))))
                .contains("\"options\":[\"iced\"]");
    }

    private static String chosen(String options) {
        return "[{\"shops\":[{\"shopId\":\"s1\",\"items\":[{\"itemId\":\"i1\",\"options\":%s}]}]}]"
                .formatted(options);
    }

    /** Ingredients of which one that must be there is missing are not ordered at all. */
    @Test
    void a_dish_is_bought_whole_or_not_at_all() {
        JsonNode quote = step("cook", "quote", "想做鱼香肉丝，三个人，食材送到西溪园区");
        String recipe =
                "{\"shopping\":[{\"item\":\"里脊肉\",\"optional\":false},{\"item\":\"木耳\",\"optional\":true}]}";
        String in = "{\"place\":\"西溪园区\"}";

        assertThat(each(quote, in, recipe, "木耳")).contains("\"shopId\":\"s1\"");
        assertThat(each(quote, in, recipe, "里脊肉")).isEqualTo("[]");
    }

    @Test
    void what_is_missing_for_a_dish_is_told_with_what_could_stand_in() {
        AnswerReply reply =
                answer(
                        "zh",
                        "cook",
                        "failed",
                        new Failure("INPUT_INVALID", "no quotes", null),
                        "{\"people\":3,\"place\":\"西溪园区\",\"text\":\"鱼香肉丝\"}",
                        null,
                        done(
                                "recipe",
                                "{\"dish\":\"鱼香肉丝\",\"shopping\":[{\"item\":\"里脊肉\",\"optional\":false}]}"),
                        done(
                                "all",
                                "{\"shops\":[],\"missing\":[{\"item\":\"里脊肉\",\"instead\":[{\"title\":\"鸡胸肉 500g\"}]}]}"));
        assertThat(reply.text())
                .startsWith("做鱼香肉丝还缺：里脊肉，现在附近买不到。能代替的有鸡胸肉 500g，要的话请单独点；也可以换一道菜，或晚点再试。什么也没有订。");
    }

    private static String each(JsonNode step, String in, String recipe, String missing) {
        String bundle =
                "{\"shops\":[{\"shopId\":\"s1\"}],\"missing\":[{\"item\":\"%s\"}]}"
                        .formatted(missing);
        JsonNode only =
                JSON.createObjectNode()
                        .set("input", JSON.createObjectNode().set("each", step.path("each")));
        return filled(only, in, Map.of("recipe", recipe, "all", bundle))
                .replaceFirst("^\\{\"each\":(.*)}$", "$1");
    }

    @Test
    void the_train_back_leaves_after_the_train_out_has_arrived() {
        JsonNode back = step("day-trip", "qBack", "后天早上去上海出差，晚上回");
        String out =
                "{\"offers\":[{\"offerId\":\"o\",\"seatsLeft\":5,\"arriveAt\":\"2026-11-25T13:00:00+08:00\",\"price\":{\"amount\":100}}]}";
        String offers =
                "{\"offers\":[{\"offerId\":\"early\",\"seatsLeft\":5,\"departAt\":\"2026-11-25T12:00:00+08:00\",\"price\":{\"amount\":1}},{\"offerId\":\"late\",\"seatsLeft\":5,\"departAt\":\"2026-11-25T18:00:00+08:00\",\"price\":{\"amount\":9}}]}";
        assertThat(filled(back, "{\"people\":1}", Map.of("out", out, "back", offers)))
                .isEqualTo("{\"offerId\":\"late\",\"people\":1}");
    }

    @Test
    void requests_and_replies_fit_the_schemas_of_their_records() {
        JsonSchemas schemas = new JsonSchemas();
        DraftRequest request = OfflinePlannerTest.said("帮我订个酒店", null, false);
        DraftReply asked = PLANNER.draft(request);
        assertThat(
                        schemas.faults(
                                schemas.ofInput(DraftRequest.class),
                                JSON.writeValueAsString(
                                                OfflinePlannerTest.said(
                                                        "成都", asked.pending(), false))
                                        .replace(",\"homeCity\":null", "")))
                .isEmpty();
        AnswerRequest ended =
                new AnswerRequest(
                        "zh",
                        "train-search",
                        "p_1",
                        "g",
                        "failed",
                        new Failure("X", "y", json("{\"a\":1}")),
                        json(ASKED),
                        Money.cny(1),
                        Money.cny(0),
                        List.of(done("trains", TRAINS)));
        String written = JSON.writeValueAsString(ended).replace(",\"failure\":null", "");
        assertThat(schemas.faults(schemas.ofInput(AnswerRequest.class), written)).isEmpty();
        AnswerReply told =
                answer("zh", "train-search", "done", null, ASKED, null, done("trains", TRAINS));
        assertThat(
                        schemas.faults(
                                schemas.ofOutput(AnswerReply.class), JSON.writeValueAsString(told)))
                .isEmpty();
        assertThat(JSON.readValue(JSON.writeValueAsString(asked), DraftReply.class))
                .isEqualTo(asked);
    }

    private static JsonNode step(String playbook, String id, String text) {
        DraftReply reply = PLANNER.draft(OfflinePlannerTest.said(text, null, false));
        assertThat(reply.playbook()).isEqualTo(playbook);
        JsonNode plan = reply.plan();
        if (plan == null) {
            throw new AssertionError("No plan: " + reply);
        }
        return plan.path("steps")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String filled(JsonNode step, String in, Map<String, String> outputs) {
        Documents.Answer<String> input =
                new JsonataDocuments()
                        .input(
                                step.path("input").toString(),
                                new Documents.Scope(in, outputs, null, Instant.EPOCH),
                                "{\"properties\":{\"lines\":{\"type\":\"array\"}}}");
        return input instanceof Documents.Answer.Known<String>(String text)
                ? text
                : input.toString();
    }

    private static String shop(String id, String item) {
        return "{\"shopId\":\"%s\",\"items\":[{\"itemId\":\"%s\"}]}".formatted(id, item);
    }

    private static String route(String mode, int minutes, int fen) {
        return "{\"mode\":\"%s\",\"minutes\":%d,\"km\":20.5,\"cost\":{\"amount\":%d,\"currency\":\"CNY\"},\"from\":\"A\",\"to\":\"B\"}"
                .formatted(mode, minutes, fen);
    }

    private static StepDone done(String id, String output) {
        return new StepDone(id, "some.thing.done", "done", json(output), null);
    }

    @Test
    void a_business_that_rests_or_is_at_fault_and_too_many_plans_are_told_in_words() {
        assertThat(failed("zh", "CIRCUIT_OPEN"))
                .startsWith("没有办成：目标。原因：对方服务最近总出问题，暂时停一停，过几分钟再说一次。");
        assertThat(failed("en", "CIRCUIT_OPEN"))
                .startsWith(
                        "Not done: 目标. Reason: the service has had trouble and is left alone for now; say it again in a few minutes.");
        for (String fault :
                List.of(
                        "AGENT_FAULT",
                        "OUTPUT_INVALID",
                        "REPLY_TOO_LARGE",
                        "DELIVERED_TOO_OFTEN")) {
            assertThat(failed("zh", fault)).startsWith("没有办成：目标。原因：对方服务出了故障，已记下来请人处理。");
            assertThat(failed("en", fault))
                    .startsWith(
                            "Not done: 目标. Reason: the service is at fault; it has been noted for those who look after it.");
        }
        assertThat(failed("zh", "TOO_MANY_PLANS")).contains("原因：同时在办的事太多了，等一件办完，或者取消一件再说。");
        assertThat(failed("en", "TOO_MANY_PLANS"))
                .contains(
                        "Reason: too much is under way at the same time; wait until something is done, or cancel something.");
    }

    /** A part of a plan whose business rests is told as well. */
    @Test
    void a_step_whose_business_rests_is_told_beside_what_was_done() {
        StepDone rests =
                new StepDone(
                        "places",
                        "amap.place.search",
                        "failed",
                        null,
                        new Failure("CIRCUIT_OPEN", "'amap.place.search' failed or was slow."));
        StepDone fine = done("weather", "{\"city\":\"杭州\"}");
        assertThat(answer("zh", "", "partial", null, "{}", null, fine, rests).text())
                .contains("对方服务最近总出问题，暂时停一停，过几分钟再说一次。");
        assertThat(answer("en", "", "partial", null, "{}", null, fine, rests).text())
                .contains("the service has had trouble and is left alone for now");
    }

    private static String failed(String lang, String code) {
        Failure why = new Failure(code, "'x.goods.search' failed in a way only machines like.");
        return answer(lang, "", "failed", why, "{}", null).text();
    }

    private static AnswerReply answer(
            String lang,
            String playbook,
            String state,
            @Nullable Failure reason,
            String in,
            @Nullable Money budget,
            StepDone... steps) {
        return PLANNER.answer(
                new AnswerRequest(
                        lang,
                        playbook,
                        "p_1",
                        "目标",
                        state,
                        reason,
                        json(in),
                        budget,
                        null,
                        List.of(steps)));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
