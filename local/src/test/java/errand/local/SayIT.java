package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Client.Answer;
import errand.local.log.Settled;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sentences, end to end, on everything real: from what a person says to the answer. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OnInstallation.class)
class SayIT implements Settled {

    private static final String TEAM_ZH = "两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资";
    private static final String TEAM_EN =
            "Team-building for 12, Beijing to Hangzhou in two weeks, 2 days 1 night, 30,000 in all:"
                    + " rail, twin rooms, one group meal, supplies";
    private static final String LATTES = "帮我点两杯拿铁送到公司前台";

    private final Running running;
    private final Cli cli;
    private final Client api;
    private final Person person;

    SayIT(Running running) {
        this.running = running;
        this.cli = running.cli();
        this.api = running.api();
        this.person = new Person(api);
    }

    @Override
    public Addresses addresses() {
        return running.addresses();
    }

    @Override
    public int conversationsAtLeast() {
        return 20;
    }

    @ParameterizedTest
    @ValueSource(strings = {TEAM_ZH, TEAM_EN})
    void a_team_building_is_planned_agreed_to_once_booked_and_paid_once(String sentence)
            throws Exception {
        long before = captured();

        Said said = Said.of(cli, sentence, "--yes");

        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.sideBySide()).contains("out", "back", "hotel", "meal", "kit");
        assertThat(said.cards()).hasSize(1);
        JsonNode card = said.cards().getFirst();
        assertThat(Said.yuan(card.path("total"))).isBetween(18_000L, 24_000L);
        JsonNode plan = plan(said);
        long total = card.path("total").path("amount").asLong();
        assertThat(plan.path("spent").path("amount").asLong()).isEqualTo(total);
        assertThat(captured() - before).isEqualTo(total);
        assertThat(said.answer()).contains("¥" + yuanText(total));
        for (String booking : List.of("bOut", "bBack", "bHotel", "bMeal")) {
            assertThat(said.answer())
                    .contains(Steps.output(plan, booking).path("bookingId").asString("no id"));
        }
        assertThat(said.answer())
                .contains(Steps.output(plan, "bKit").path("orderId").asString("no id"));
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "两周后12人从北京到杭州团建，两天一晚，总预算8000，要高铁、双人房、一顿团餐、活动物资 | 预算",
                "Team-building for 12, Beijing to Hangzhou in two weeks, 2 days 1 night, 8,000 in"
                        + " all: rail, twin rooms, one group meal, supplies | budget"
            })
    void over_budget_nothing_is_asked_or_booked_and_what_could_give_is_said(
            String sentence, String word) throws Exception {
        long before = captured();

        Said said = Said.of(cli, sentence, "--yes");

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.cards()).isEmpty();
        JsonNode reason = plan(said).path("reason");
        assertThat(reason.path("code").asString()).isEqualTo("BUDGET_EXCEEDED");
        assertThat(said.answer()).contains(word, "¥8,000", "G");
        assertThat(captured()).isEqualTo(before);
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "从西溪园区到杭州东站怎么走最快 | 分钟",
                "Fastest way from Xixi campus to Hangzhou East station | min"
            })
    void the_fastest_way_is_looked_for_side_by_side_and_costs_no_question(
            String sentence, String word) throws Exception {
        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isZero();
        assertThat(said.sideBySide()).containsExactlyInAnyOrder("driving", "transit", "taxi");
        assertThat(said.cards()).isEmpty();
        assertThat(said.answer()).contains(word, "¥");
    }

    @ParameterizedTest
    @ValueSource(strings = {"查下周五下午北京到杭州的高铁", "Trains Beijing to Hangzhou next Friday afternoon"})
    void trains_of_an_afternoon_leave_after_noon_and_the_date_is_said(String sentence)
            throws Exception {
        LocalDate friday =
                LocalDate.now(ZoneId.of("Asia/Shanghai"))
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusDays(11);

        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isZero();
        assertThat(said.answer()).contains(friday.toString());
        var times = java.util.regex.Pattern.compile("(\\d\\d):\\d\\d[–-]").matcher(said.answer());
        assertThat(times.results().map(time -> Integer.parseInt(time.group(1))))
                .isNotEmpty()
                .allSatisfy(hour -> assertThat(hour).isBetween(12, 18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好，讲个笑话", "Hi, tell me a joke"})
    void a_joke_needs_no_agent(String sentence) throws Exception {
        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isZero();
        assertThat(said.named("step")).isEmpty();
        assertThat(said.answer()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "帮我订个酒店 | 城市 | 杭州，下周六住一晚，两个人，预算800 | 订好了",
                "Book me a hotel | city | Hangzhou, next Saturday, one night for two, 800 at most |"
                        + " Booked"
            })
    void a_hotel_asks_for_what_is_missing_and_goes_on_with_the_answer(
            String sentence, String asked, String answer, String told) throws Exception {
        String conversation = person.begin(sentence);
        JsonNode waiting = person.awaitStatus(conversation, "waiting");
        assertThat(waiting.path("plans")).isEmpty();
        assertThat(waiting.path("questions").toString()).contains(asked);
        person.say(conversation, answer);
        JsonNode card = person.awaitCard(conversation);
        person.grant(conversation, card);

        JsonNode end = person.awaitStatus(conversation, "idle");
        assertThat(Person.lastAnswer(end)).contains(told, "杭州");
        assertThat(end.path("questions")).isEmpty();
        ledgerIsClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000以内适合写论文的轻薄本，比一下价",
                "A light laptop under 3000 for writing, compare prices"
            })
    void goods_are_ranked_by_what_is_paid_in_the_end(String sentence) throws Exception {
        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isZero();
        assertThat(said.cards()).isEmpty();
        JsonNode plan = plan(said);
        List<Long> payable =
                quotes(plan).map(quote -> quote.path("total").path("amount").asLong()).toList();
        assertThat(payable).hasSizeGreaterThan(1);
        List<String> inOrder =
                payable.stream().sorted().map(SayIT::yuanText).map(yuan -> "¥" + yuan).toList();
        assertThat(payable).allSatisfy(fen -> assertThat(fen).isLessThanOrEqualTo(300_000));
        assertThat(said.answer()).containsSubsequence(inOrder.stream().distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "杭州明天天气怎么样，适合带孩子去哪",
                "Weather in Hangzhou tomorrow, where to go with a child"
            })
    void weather_and_places_are_looked_up_side_by_side(String sentence) throws Exception {
        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isZero();
        assertThat(said.sideBySide()).hasSizeGreaterThan(1);
        assertThat(said.answer())
                .contains(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {LATTES, "Two lattes to my office reception"})
    void lattes_come_to_a_place_of_the_person_after_one_yes(String sentence) throws Exception {
        long before = captured();

        Said said = Said.of(cli, sentence, "--yes", "--limit", "100");

        assertThat(said.exit()).as(said.toString()).isZero();
        JsonNode card = said.cards().getFirst();
        assertThat(card.path("items").toString()).contains("拿铁", "西溪园区");
        assertThat(captured() - before).isEqualTo(card.path("total").path("amount").asLong());
        assertThat(said.answer())
                .contains(Steps.output(plan(said), "order").path("orderId").asString());
    }

    @Test
    void a_place_that_nobody_knows_is_asked_about_before_anything_is_written() throws Exception {
        Said said = Said.of(cli, "帮我点两杯拿铁送到我女朋友家", "--yes");

        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.named("step")).isEmpty();
        assertThat(said.named("question")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "后天早上去上海出差，晚上回，帮我安排高铁和接送",
                "Day trip to Shanghai the day after tomorrow by train with transfers"
            })
    void a_day_trip_books_both_trains(String sentence) throws Exception {
        Said said = Said.of(cli, sentence, "--yes", "--limit", "3000");

        assertThat(said.exit()).as(said.toString()).isZero();
        JsonNode plan = plan(said);
        assertThat(said.answer())
                .contains(
                        Steps.output(plan, "bOut").path("bookingId").asString("no id"),
                        Steps.output(plan, "bBack").path("bookingId").asString("no id"));
        assertThat(Steps.output(plan, "bOut").path("title").asString()).contains("上海");
    }

    @Test
    void a_card_beyond_the_limit_is_refused_and_books_nothing() throws Exception {
        long before = captured();

        Said said = Said.of(cli, LATTES, "--yes", "--limit", "1");

        assertThat(said.exit()).isEqualTo(5);
        assertThat(said.err()).contains("--limit");
        assertThat(captured()).isEqualTo(before);
        assertThat(plan(said).path("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void two_clicks_at_once_give_one_order_and_the_same_answer() throws Exception {
        long before = captured();
        String conversation = person.begin(LATTES);
        JsonNode card = person.awaitCard(conversation);

        List<CompletableFuture<Answer>> clicks =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> person.grant(conversation, card)))
                        .limit(2)
                        .toList();

        assertThat(clicks).allSatisfy(click -> assertThat(click.join().status()).isEqualTo(200));
        assertThat(clicks.getFirst().join().body()).isEqualTo(clicks.getLast().join().body());
        JsonNode told = person.awaitStatus(conversation, "idle");
        assertThat(captured() - before).isEqualTo(card.path("total").path("amount").asLong());
        assertThat(told.path("plans").size()).isOne();
        assertThat(person.answer(conversation, card, "refuse").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "慢慢订一家苏州的酒店，下周三住, 算了，不要了",
        "Slowly book a hotel in Suzhou for next Wednesday, Forget it"
    })
    void forget_it_half_way_gives_back_what_was_held(String sentence, String word)
            throws Exception {
        long before = captured();
        String conversation = person.begin(sentence);
        person.grant(conversation, person.awaitCard(conversation));
        String planId = person.awaitStep(conversation, "dawdle", "dispatched");

        person.say(conversation, word);

        JsonNode ended = api.awaitPlan(planId, "cancelled", "done", "failed");
        assertThat(ended.path("state").asString()).isEqualTo("cancelled");
        assertThat(Steps.state(ended, "hold")).isEqualTo("undone");
        assertThat(Steps.state(ended, "book")).isEqualTo("skipped");
        JsonNode told = person.awaitStatus(conversation, "idle");
        assertThat(Person.lastAnswer(told)).isNotBlank();
        assertThat(captured()).isEqualTo(before);
        ledgerIsClean();
    }

    @Test
    void a_hotel_that_is_gone_after_the_yes_gives_the_trains_back_and_says_so() throws Exception {
        long before = captured();
        String conversation = person.begin(TEAM_EN);
        JsonNode card = person.awaitCard(conversation);
        JsonNode plan = api.get("/api/plans/" + person.planOf(conversation)).body();
        String offer = Steps.step(plan, "qHotel").path("input").path("offerId").asString();
        assertThat(running.fliggy().patch("/sandbox/items/" + offer, "{\"stock\":0}").status())
                .isEqualTo(200);

        person.grant(conversation, card);

        JsonNode ended = api.awaitPlan(person.planOf(conversation), "failed", "done");
        assertThat(Steps.state(ended, "hOut")).isEqualTo("undone");
        assertThat(Steps.state(ended, "hBack")).isEqualTo("undone");
        String answer = Person.lastAnswer(person.awaitStatus(conversation, "idle"));
        assertThat(answer).contains("0 left", "Nothing was paid");
        assertThat(captured()).isEqualTo(before);
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "订下周四住一晚的天津酒店，一个人，大床房 | 订好了",
                "Book a hotel in Chongqing for next Thursday, one night, one person | Booked"
            })
    void a_price_that_rises_after_the_yes_is_asked_about_again(String sentence, String told)
            throws Exception {
        long before = captured();
        String conversation = person.begin(sentence);
        JsonNode card = person.awaitCard(conversation);
        JsonNode plan = api.get("/api/plans/" + person.planOf(conversation)).body();
        String offer = Steps.step(plan, "quote").path("input").path("offerId").asString();
        long dearer = card.path("total").path("amount").asLong() + 5_000;
        assertThat(
                        running.fliggy()
                                .patch(
                                        "/sandbox/items/" + offer,
                                        "{\"price\":%d}".formatted(dearer))
                                .status())
                .isEqualTo(200);

        person.grant(conversation, card);
        JsonNode again = person.awaitCardAfter(conversation, card);

        assertThat(again.path("replaces").asString()).isEqualTo(card.path("id").asString());
        assertThat(again.path("total").path("amount").asLong()).isEqualTo(dearer);
        assertThat(captured()).isEqualTo(before);
        assertThat(person.grant(conversation, card).status()).isIn(200, 409);
        assertThat(person.grant(conversation, again).status()).isEqualTo(200);
        JsonNode end = person.awaitStatus(conversation, "idle");
        assertThat(Person.lastAnswer(end)).contains(told);
        assertThat(captured() - before).isEqualTo(dearer);
        ledgerIsClean();
    }

    /** S11: sold out between the yes and the order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "帮我买一个500元以内的双肩包送到公司 | 订单号",
                "buy a backpack under 500, deliver it to my office | Order"
            })
    void what_is_sold_out_at_the_order_is_replaced_by_the_next_best_after_another_yes(
            String sentence, String told) throws Exception {
        long before = captured();
        String conversation = person.begin(sentence);
        JsonNode card = person.awaitCard(conversation);
        JsonNode plan = api.get("/api/plans/" + person.planOf(conversation)).body();
        String sku = Steps.step(plan, "quote").at("/input/lines/0/skuId").asString();
        assertThat(running.taobao().patch("/sandbox/items/" + sku, "{\"stock\":0}").status())
                .isEqualTo(200);

        person.grant(conversation, card);
        JsonNode again = person.awaitCardAfter(conversation, card);

        assertThat(again.path("replaces").asString()).isEqualTo(card.path("id").asString());
        JsonNode revised = api.get("/api/plans/" + person.planOf(conversation)).body();
        assertThat(Steps.step(revised, "quote_r2").at("/input/lines/0/skuId").asString())
                .isNotEmpty()
                .isNotEqualTo(sku);
        assertThat(captured()).isEqualTo(before);
        ledgerIsClean();
        assertThat(person.grant(conversation, again).status()).isEqualTo(200);
        JsonNode end = person.awaitStatus(conversation, "idle");
        assertThat(Person.lastAnswer(end)).contains(told);
        assertThat(captured() - before).isEqualTo(again.path("total").path("amount").asLong());
        JsonNode done = api.get("/api/plans/" + person.planOf(conversation)).body();
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(Steps.state(done, "auth")).isEqualTo("undone");
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "帮我订下周五上海的酒店，1个人住1晚 | 换一家",
                "book me a hotel in Shanghai for next Friday, one night, one person | a different"
                        + " hotel please"
            })
    void another_one_is_offered_when_the_person_does_not_want_the_first(
            String sentence, String word) throws Exception {
        String conversation = person.begin(sentence);
        JsonNode card = person.awaitCard(conversation);

        person.say(conversation, word);
        JsonNode other = person.awaitCardAfter(conversation, card);

        assertThat(other.at("/items/0/title")).isNotEqualTo(card.at("/items/0/title"));
        assertThat(person.grant(conversation, card).status()).isEqualTo(409);
        assertThat(person.grant(conversation, other).status()).isEqualTo(200);
        JsonNode end = person.awaitStatus(conversation, "idle");
        JsonNode plan = api.get("/api/plans/" + person.planOf(conversation)).body();
        assertThat(plan.path("state").asString()).isEqualTo("done");
        assertThat(plan.path("spent")).isEqualTo(other.path("total"));
        assertThat(Person.lastAnswer(end))
                .contains(Steps.output(plan, "book_r2").path("bookingId").asString("no id"));
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "订下周四北京到上海的高铁票，2个人 | 改成三个人 | 改成3个人",
                "Book a train from Beijing to Shanghai next Thursday for 2 people | make it three"
                        + " people | 3 people now"
            })
    void a_message_changes_the_plan_that_waits_and_exactly_that_is_booked_and_paid(
            String sentence, String word, String told) throws Exception {
        long before = captured();
        String conversation = person.begin(sentence);
        JsonNode card = person.awaitCard(conversation);
        long forOne = card.path("total").path("amount").asLong() / 2;

        person.say(conversation, word);
        JsonNode other = person.awaitCardAfter(conversation, card);

        assertThat(other.path("replaces").asString()).isEqualTo(card.path("id").asString());
        assertThat(other.path("total").path("amount").asLong()).isEqualTo(3 * forOne);
        assertThat(other.at("/items/0/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(api.get("/api/conversations/" + conversation).body().path("messages").toString())
                .contains(told);
        assertThat(person.grant(conversation, card).status()).isEqualTo(409);
        assertThat(captured()).isEqualTo(before);
        assertThat(person.grant(conversation, other).status()).isEqualTo(200);
        JsonNode end = person.awaitStatus(conversation, "idle");
        assertThat(end.path("plans").size()).isOne();
        JsonNode plan = api.get("/api/plans/" + person.planOf(conversation)).body();
        assertThat(plan.path("state").asString()).isEqualTo("done");
        assertThat(plan.path("spent")).isEqualTo(other.path("total"));
        assertThat(captured() - before).isEqualTo(3 * forOne);
        assertThat(Steps.state(plan, "bOut")).isEqualTo("skipped");
        assertThat(Person.lastAnswer(end))
                .contains("3", Steps.output(plan, "bOut_r2").path("bookingId").asString("no id"));
        ledgerIsClean();
    }

    @Test
    void too_little_money_gives_back_what_was_reserved_and_says_so() throws Exception {
        long before = captured();
        var wallet = running.alipay();
        long balance = wallet.get("/sandbox/wallets/demo").body().path("balance").asLong(6_000_000);
        String conversation = person.begin(LATTES);
        JsonNode card = person.awaitCard(conversation);
        assertThat(wallet.patch("/sandbox/wallets/demo", "{\"balance\":320}").status())
                .isEqualTo(200);
        try {
            person.grant(conversation, card);
            JsonNode ended = api.awaitPlan(person.planOf(conversation), "failed", "done");
            assertThat(ended.path("reason").toString()).contains("BALANCE");
            assertThat(Steps.state(ended, "reserve")).isEqualTo("undone");
            assertThat(Person.lastAnswer(person.awaitStatus(conversation, "idle"))).contains("余额");
        } finally {
            wallet.patch("/sandbox/wallets/demo", "{\"balance\":%d}".formatted(balance));
        }
        assertThat(captured()).isEqualTo(before);
        ledgerIsClean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"问一个不回话的 | 没有回应", "Ask somebody silent | did not answer"})
    void an_agent_that_does_not_answer_in_time_is_named_plainly(String sentence, String words)
            throws Exception {
        Said said = Said.of(cli, sentence);

        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.answer()).contains("bench", words);
    }

    private JsonNode plan(Said said) {
        return api.awaitPlan(said.plan(), "done", "partial", "failed", "cancelled");
    }

    /** All quotes that steps returned. */
    private static Stream<JsonNode> quotes(JsonNode plan) {
        return plan.path("steps")
                .valueStream()
                .map(step -> step.path("output"))
                .flatMap(output -> output.isArray() ? output.valueStream() : Stream.of(output))
                .map(output -> output.path("quote"))
                .filter(JsonNode::isObject);
    }

    private long captured() {
        return running.alipay().get("/sandbox/ledger").body().path("captured").asLong();
    }

    private void ledgerIsClean() {
        JsonNode ledger = running.alipay().get("/sandbox/ledger").body();
        assertThat(ledger.path("sum").asLong()).isZero();
        assertThat(ledger.path("open_authorisations").asLong()).isZero();
        assertThat(ledger.path("held").asLong()).isZero();
    }

    private static String yuanText(long fen) {
        return fen % 100 == 0
                ? String.format(java.util.Locale.ROOT, "%,d", fen / 100)
                : String.format(java.util.Locale.ROOT, "%,.2f", fen / 100.0);
    }
}
