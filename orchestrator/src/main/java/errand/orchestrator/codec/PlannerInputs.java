package errand.orchestrator.codec;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Question;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.conversation.Thinking;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the planner is given to think about, as JSON: from the conversation alone. */
final class PlannerInputs {

    /** Days and times of a person are in this zone until profiles say another. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** All outputs of a plan together; what does not fit is left out. */
    private static final int LARGEST = 600_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlannerInputs() {}

    static String draft(Conversation full, Instant at, Thinking thinking) {
        Talk talk = full.talk();
        ObjectNode input = JSON.createObjectNode();
        input.put("messageId", thinking.messageId());
        input.put("text", thinking.text());
        input.put("lang", thinking.lang());
        input.put("now", now(at));
        input.put("zone", ZONE.getId());
        ArrayNode history = input.putArray("history");
        talk.recent().stream()
                .limit(Math.max(0, talk.recent().size() - 1))
                .forEach(
                        line ->
                                history.addObject()
                                        .put("role", line.person() ? "person" : "assistant")
                                        .put("text", line.text()));
        Question question = talk.question();
        if (question != null && !question.pending().equals("{}")) {
            input.set("pending", JSON.readTree(question.pending()));
        }
        input.put("running", full.plans().values().stream().anyMatch(plan -> !plan.closed()));
        plans(full, input);
        if (thinking.planOnly()) {
            input.put("planOnly", true);
        }
        return input.toString();
    }

    /** Plans that a message may change: those that came from messages and go forward. */
    private static void plans(Conversation full, ObjectNode input) {
        ArrayNode plans = JSON.createArrayNode();
        full.talk()
                .owed()
                .forEach(
                        (planId, owed) -> {
                            Plan plan = full.plans().get(planId);
                            if (plan != null && plan.stage() instanceof Stage.Running) {
                                ObjectNode node = plans.addObject();
                                node.put("planId", planId).put("goal", plan.spec().goal());
                                if (owed.playbook() != null) {
                                    node.put("playbook", owed.playbook());
                                }
                                node.set("in", JSON.readTree(plan.spec().in()));
                            }
                        });
        if (!plans.isEmpty()) {
            input.set("plans", plans);
        }
    }

    private static String now(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    static String answer(Plan plan, Talk.Owed owed) {
        ObjectNode input = JSON.createObjectNode();
        input.put("lang", owed.lang());
        if (owed.playbook() != null) {
            input.put("playbook", owed.playbook());
        }
        input.put("planId", plan.id());
        input.put("goal", plan.spec().goal());
        if (plan.stage() instanceof Stage.Closed closed) {
            input.put("state", closed.outcome().name().toLowerCase(Locale.ROOT));
            failure(input, "reason", closed.failure());
        }
        input.set("in", JSON.readTree(plan.spec().in()));
        money(input, "budget", plan.spec().budget());
        money(input, "paid", Paid.soFar(plan));
        steps(plan, input.putArray("steps"));
        return input.toString();
    }

    private static void steps(Plan plan, ArrayNode steps) {
        int left = LARGEST;
        for (Step step : plan.steps().values()) {
            if (step.implicit() || plan.unseen(step)) {
                continue;
            }
            ObjectNode node =
                    steps.addObject()
                            .put("id", step.id())
                            .put("capability", step.capability())
                            .put("state", state(step.phase()));
            String output = step.output();
            if (output != null && output.length() <= left) {
                left -= output.length();
                node.set("output", JSON.readTree(output));
            }
            failure(node, "failure", step.failure());
        }
    }

    private static String state(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void failure(ObjectNode node, String name, @Nullable Failure failure) {
        if (failure == null) {
            return;
        }
        ObjectNode value =
                node.putObject(name).put("code", failure.code()).put("message", failure.message());
        if (failure.details() != null) {
            value.set("details", JSON.readTree(failure.details()));
        }
    }

    private static void money(ObjectNode node, String name, @Nullable Money money) {
        if (money != null) {
            node.putObject(name).put("amount", money.amount()).put("currency", money.currency());
        }
    }
}
