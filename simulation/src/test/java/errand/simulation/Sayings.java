package errand.simulation;

import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.DraftReply;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans as people get them: a sentence, the planner that is shipped, the check against what the
 * agents can do. What no playbook does is put into some of them by chance.
 */
final class Sayings {

    static final String USER = "demo";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OfflinePlanner PLANNER = OfflinePlanner.with(null);
    private static final Person DEMO =
            new Person(USER, "杭州", Map.of("公司", "杭州市西溪园区", "家", "杭州市拱墅区", "妈妈", "杭州市拱墅区"));

    private static final List<String> SAID =
            List.of(
                    "订明天北京到杭州的高铁票，2个人",
                    "订下周五北京到杭州的高铁票，2个人，往返，下周日回来",
                    "帮我订下周五上海的酒店，3个人住1晚",
                    "帮我点2杯热拿铁送到公司",
                    "帮我买一个500元以内的机械键盘，寄到公司",
                    "下周三去上海出差，早上去晚上回",
                    "两周后12人在杭州团建，当天来回，只要一顿团餐",
                    "两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资");

    private final Chaos chaos;
    private final TableDirectory directory;
    private final boolean mandate;

    /**
     * @param mandate whether the person allowed something beforehand
     */
    Sayings(Chaos chaos, TableDirectory directory, boolean mandate) {
        this.chaos = chaos;
        this.directory = directory;
        this.mandate = mandate;
    }

    String any() {
        return chaos.oneOf(SAID);
    }

    PlanSpec plan(String said, String planId, Instant now) {
        ObjectNode draft = (ObjectNode) draft(said, now).deepCopy();
        vary(draft);
        Checked checked = PlanDrafts.check(draft.toString(), directory, planId, USER, "zh");
        return switch (checked) {
            case Checked.Accepted(PlanSpec plan) ->
                    mandate ? PlanDrafts.mandated(plan, directory) : plan;
            case Checked.Rejected rejected ->
                    throw new IllegalStateException(said + ": " + rejected.faults());
        };
    }

    private static JsonNode draft(String said, Instant now) {
        String local = now.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime().toString();
        DraftReply reply =
                PLANNER.draft(
                        new DraftRequest(
                                "m_1",
                                said,
                                "zh",
                                local,
                                "Asia/Shanghai",
                                DEMO,
                                List.of(),
                                null,
                                false));
        JsonNode plan = reply.plan();
        if (plan == null) {
            throw new IllegalStateException(said + " became " + reply);
        }
        return plan;
    }

    private void vary(ObjectNode draft) {
        ArrayNode steps = (ArrayNode) draft.path("steps");
        if (chaos.percent(15)) {
            draft.putObject("budget")
                    .put("amount", 1_000L << chaos.below(12))
                    .put("currency", "CNY");
        }
        if (chaos.percent(10)) {
            draft.put("within", "PT%dS".formatted(30 + chaos.below(300)));
        }
        if (chaos.percent(25)) {
            holdBeforeAsking(steps);
        }
        if (chaos.percent(30)) {
            aSideDish(steps);
        }
        if (chaos.percent(draft.toString().contains("flash.order.commit") ? 60 : 20)) {
            oneMoreThing(steps);
        }
    }

    /** What is held does not wait for the card; the card waits for what is held. */
    private static void holdBeforeAsking(ArrayNode steps) {
        ArrayNode held = JSON.createArrayNode();
        for (JsonNode step : steps) {
            if (step.path("capability").asString("").matches(".*\\.(hold|reserve)")) {
                ((ObjectNode) step).remove("needs");
                held.add(step.path("id").asString(""));
            }
        }
        for (JsonNode step : steps) {
            if (step.path("id").asString("").equals("ok")) {
                ((ObjectNode) step).set("needs", held);
            }
        }
    }

    /** Something that may fail while the rest goes on, or has another way. */
    private void aSideDish(ArrayNode steps) {
        String onFailure =
                chaos.percent(50)
                        ? """
                        "skip\"\
                        """
                        : """
                        {"try": {"capability": "amap.weather.forecast",
                                 "input": {"city": "杭州", "date": "2026-11-24"}}}\
                        """;
        steps.add(
                JSON.readTree(
                        """
                        {"id": "side", "capability": "flash.shop.search", "onFailure": %s,
                         "input": {"place": "nowhere at all", "item": "x"}}\
                        """
                                .formatted(onFailure)));
    }

    /** When all is paid the person is asked for something more; a no takes everything back. */
    private static void oneMoreThing(ArrayNode steps) {
        for (String step :
                List.of(
                        """
                        {"id": "moreFound", "capability": "taobao.goods.search", "needs": ["pay"],
                         "input": {"text": "机械键盘"}}\
                        """,
                        """
                        {"id": "moreQuote", "capability": "taobao.goods.quote",
                         "input": {"lines": [{"skuId": "${$out.moreFound.offers[0].skuId}",
                                              "quantity": 1}]}}\
                        """,
                        """
                        {"id": "more", "capability": "person.consent.ask",
                         "input": {"quotes": "${[$out.moreQuote.quote]}"}}\
                        """)) {
            steps.add(JSON.readTree(step));
        }
    }
}
