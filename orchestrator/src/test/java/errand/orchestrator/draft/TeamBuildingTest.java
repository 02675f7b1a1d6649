package errand.orchestrator.draft;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Input;
import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.PlanCommand;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.PlanEvent.*;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.Preview;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole example of a team's outing: draft, core and documents together. */
class TeamBuildingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:50:00Z");

    private final List<PlanEvent> events = new ArrayList<>();
    private final Map<String, String> inputs = new HashMap<>();
    private final Core core = new Core(new JsonataDocuments());
    private Conversation conversation = Conversation.begun("c_1");

    @Test
    void the_plan_is_accepted_with_needs_and_manifests() {
        PlanSpec plan = accepted();
        assertThat(plan.steps()).hasSize(23);
        assertThat(plan.steps().get(9).needs()).containsExactly("kit", "qHotel");
        assertThat(plan.steps().get(16).needs())
                .containsExactly("ok", "hOut", "hBack", "hHotel", "hMeal");
        assertThat(plan.manifests())
                .containsKeys(
                        "person.consent.ask",
                        "fliggy.train.release",
                        "alipay.payment.void",
                        "taobao.goods.cancel");
        assertThat(PlanDraftsTest.manifest(plan, "fliggy.train.quote").quotePaths())
                .containsExactly(List.of("quote"));
    }

    @Test
    void a_preview_says_what_it_would_do_and_ask() {
        PlanPreview preview = PlanPreview.of(accepted());
        assertThat(preview.asks())
                .containsExactly(
                        new PlanPreview.Ask(
                                List.of("ok"),
                                List.of("qOut", "qBack", "qHotel", "qMeal", "qKit"),
                                false));
        assertThat(preview.steps().getLast().undo()).isEqualTo("alipay.payment.refund");
    }

    @Test
    void in_words_it_tells_what_runs_side_by_side_and_how_often_it_asks() {
        PlanPreview preview = PlanPreview.of(accepted());
        assertThat(Preview.of(preview, "en").lines().toList())
                .startsWith(
                        "The plan: 12人北京→杭州团建 (budget ¥30,000)",
                        " 1. finding train seats ×2 ‖ finding hotel rooms ‖ finding the group meal ‖ finding goods")
                .contains(" 4. your consent")
                .endsWith(
                        "You would be asked to agree once. This is only the plan: nothing was started, booked or paid.");
        assertThat(Preview.of(preview, "zh")).contains("高铁票查询 ×2").endsWith("也没有付款。");
    }

    @Test
    void the_plan_runs_to_its_end() {
        PlanSpec plan = accepted();
        Deque<String> tasks = new ArrayDeque<>();
        apply(new Input.Submitted("i0", NOW, null, plan), tasks);
        int n = 1;
        while (!tasks.isEmpty()) {
            String task = tasks.poll();
            String output = answer(task.split("/", -1)[1]);
            apply(
                    new Input.ForPlans(
                            "i" + n++, "p_1", new PlanCommand.ReportSucceeded(task, output, NOW)),
                    tasks);
            if (tasks.isEmpty()) {
                grant(tasks);
            }
        }
        assertThat(events.getLast())
                .isEqualTo(new PlanClosed(Outcome.DONE, null, new Money(2_000_400, "CNY")));
        assertThat(inputs.get("qOut")).isEqualTo("{\"offerId\":\"G33\",\"people\":12}");
        assertThat(inputs.get("qHotel")).isEqualTo("{\"offerId\":\"H2\",\"rooms\":6}");
        assertThat(inputs.get("qKit"))
                .isEqualTo(
                        "{\"deliverTo\":\"杭州市西湖区 1 号\",\"lines\":[{\"quantity\":12,\"skuId\":\"S1\"}]}");
        assertThat(inputs.get("pay"))
                .isEqualTo(
                        "{\"authorisationId\":\"a1\",\"quoteIds\":[\"q_qOut\",\"q_qBack\",\"q_qHotel\",\"q_qMeal\",\"q_qKit\"]}");
        Consent card = card();
        assertThat(card.total()).isEqualTo(new Money(2_000_400, "CNY"));
        assertThat(card.items()).hasSize(5);
    }

    private Consent card() {
        return events.stream()
                .filter(ConsentAsked.class::isInstance)
                .map(event -> ((ConsentAsked) event).consent())
                .findFirst()
                .orElseThrow();
    }

    private void grant(Deque<String> tasks) {
        boolean open =
                events.stream().anyMatch(ConsentAsked.class::isInstance)
                        && events.stream().noneMatch(ConsentGranted.class::isInstance);
        if (open) {
            Consent card = card();
            apply(new Input.Answered("g", NOW, null, card.id(), true, card.hash()), tasks);
        }
    }

    private void apply(Input input, Deque<String> tasks) {
        Core.Step step = core.apply(conversation, input);
        conversation = step.kept();
        for (Fact fact : step.facts()) {
            if (fact instanceof Fact.OfPlan(String id, PlanEvent event)) {
                events.add(event);
                if (event instanceof StepReady ready) {
                    inputs.put(ready.stepId(), ready.input());
                } else if (event instanceof StepDispatched sent) {
                    tasks.add(sent.taskId());
                }
            }
        }
    }

    private static String answer(String step) {
        return switch (step) {
            case "out", "back" ->
                    "{\"offers\":["
                            + offer("G31", 80_000, 40)
                            + ","
                            + offer("G33", 62_600, 12)
                            + ","
                            + offer("G35", 10_000, 3)
                            + "]}";
            case "hotel" ->
                    "{\"offers\":[" + offer("H1", 90_000, 9) + "," + offer("H2", 70_000, 9) + "]}";
            case "meal" -> "{\"offers\":[" + offer("M1", 9_000, 99) + "]}";
            case "kit" -> "{\"offers\":[{\"skuId\":\"S1\"}]}";
            case "qOut", "qBack" -> quote(step, 12, 62_600);
            case "qHotel" -> quote(step, 6, 50_000);
            case "qMeal" -> quote(step, 12, 15_000);
            case "qKit" -> quote(step, 12, 1_500);
            case "route" -> "{}";
            case "hOut", "hBack", "hHotel", "hMeal" -> "{\"holdId\":\"h_" + step + "\"}";
            case "auth" -> "{\"authorisationId\":\"a1\"}";
            case "pay" -> "{\"paid\":{\"amount\":2000400,\"currency\":\"CNY\"}}";
            default -> "{\"bookingId\":\"b_" + step + "\"}";
        };
    }

    private static String offer(String id, int amount, int seats) {
        return "{\"offerId\":\"%s\",\"seatsLeft\":%d,\"price\":{\"amount\":%d,\"currency\":\"CNY\"}}"
                .formatted(id, seats, amount);
    }

    private static String quote(String step, int quantity, int unit) {
        return """
               {"quote":{"quoteId":"q_%s","payee":{"id":"p:%s","name":"商家"},"title":"%s",
                "lines":[{"title":"一份","quantity":%d,"unit":{"amount":%d,"currency":"CNY"},
                          "amount":{"amount":%d,"currency":"CNY"}}],
                "total":{"amount":%d,"currency":"CNY"},"validUntil":"2026-11-23T15:20:00+08:00",
                "cancellation":"","details":{"address":"杭州市西湖区 1 号","arriveAt":"杭州东"}}}"""
                .formatted(step, step, step, quantity, unit, quantity * unit, quantity * unit);
    }

    private static PlanSpec accepted() {
        Checked checked =
                PlanDrafts.check(json(), FakeDirectory.ofTeamBuilding(), "p_1", "demo", "zh");
        assertThat(checked).as(checked.toString()).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).plan();
    }

    static String json() {
        try (InputStream in =
                TeamBuildingTest.class.getResourceAsStream("/plans/team-building.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
