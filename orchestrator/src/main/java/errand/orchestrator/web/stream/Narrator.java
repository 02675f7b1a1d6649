package errand.orchestrator.web.stream;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.UnknownFact;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Evolution;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Step;
import errand.orchestrator.view.Labels;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.States;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a conversation's records as events for pages. Deterministic: the same records, from the
 * beginning of the plans they are about, give the same events with the same ids on every node.
 * Skips facts it does not know.
 */
final class Narrator {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, ObjectNode> spent = new LinkedHashMap<>();
    private Talk talk = Talk.NONE;
    private String status = States.IDLE;

    /** The events of one record, which is the next of its conversation. */
    List<Told> tell(ConversationAdvanced record, int partition, long offset) {
        Tale tale = new Tale(record.getAt(), partition, offset);
        Map<String, String> before = new LinkedHashMap<>();
        plans.forEach((id, plan) -> before.put(id, States.of(plan)));
        Map<String, ObjectNode> touched = new LinkedHashMap<>();
        for (Object event : record.getEvents()) {
            Fact fact = known(event);
            if (fact != null) {
                tell(fact, tale, touched);
            }
        }
        touched.forEach(
                (id, place) -> {
                    Plan plan = plans.get(id);
                    if (plan != null && !States.of(plan).equals(before.get(id))) {
                        place.setAll(ofPlan(plan, record));
                        if (before.containsKey(id)) {
                            tale.add("plan", place);
                        }
                    }
                });
        plans.values().removeIf(plan -> plan.closed() && !talk.owed().containsKey(plan.id()));
        tellStatus(record, tale);
        return tale.events;
    }

    private static @Nullable Fact known(Object event) {
        try {
            return Facts.fromAvro(event);
        } catch (UnknownFact newer) {
            return null;
        }
    }

    /**
     * @param touched by plan: where its state is told, once all facts of the record are known; a
     *     plan that begins is told before its steps
     */
    private void tell(Fact fact, Tale tale, Map<String, ObjectNode> touched) {
        talk = talk.after(fact);
        switch (fact) {
            case Fact.MessageReceived said ->
                    tale.add(
                            "message",
                            object().put("id", said.messageId())
                                    .put("role", "person")
                                    .put("text", said.text()));
            case Fact.QuestionAsked asked -> question(asked, tale);
            case Fact.AnswerGiven given -> tale.add("answer", answer(given));
            case Fact.NoticeGiven notice ->
                    tale.add(
                            "notice",
                            object().put("code", notice.code()).put("message", notice.text()));
            case Fact.ThinkingAsked _, Fact.PlanDrafted _, Fact.CancelUnderstood _ -> {
                // Shows in the status and in the plan.
            }
            case Fact.ConversationStuck stuck ->
                    tale.add(
                            "notice", object().put("code", "STUCK").put("message", stuck.reason()));
            case Fact.OfPlan(String planId, PlanEvent event) -> {
                Plan before = plans.get(planId);
                Plan after = Evolution.evolve(before, event);
                boolean first = touched.putIfAbsent(planId, object()) == null;
                if (first && before == null && after != null) {
                    tale.add("plan", Objects.requireNonNull(touched.get(planId)));
                }
                if (after != null) {
                    plans.put(planId, after);
                    tellSteps(before, after, tale);
                    Unanswered.told(event, after)
                            .ifPresent(text -> tale.add("notice", notice(planId, text)));
                }
                tellCard(planId, event, after, tale);
            }
        }
    }

    private static ObjectNode notice(String planId, String text) {
        return object().put("planId", planId).put("code", Unanswered.CODE).put("message", text);
    }

    private static void question(Fact.QuestionAsked asked, Tale tale) {
        tale.add(
                "question",
                object().put("id", asked.taskId())
                        .put("text", asked.question().text())
                        .set("questions", JSON.readTree(asked.question().parts())));
    }

    private ObjectNode answer(Fact.AnswerGiven given) {
        ObjectNode data =
                object().put("id", given.taskId())
                        .put("messageId", given.messageId())
                        .put("text", given.text());
        Plan plan = given.planId() == null ? null : plans.get(given.planId());
        if (given.planId() != null) {
            data.put("planId", given.planId());
        }
        if (plan != null) {
            data.put("state", States.of(plan));
        }
        if (given.planId() != null && spent.containsKey(given.planId())) {
            data.set("paid", Objects.requireNonNull(spent.remove(given.planId())));
        }
        data.set("citations", JSON.readTree(given.citations()));
        data.set("cards", JSON.readTree(given.cards()));
        return data;
    }

    private static void tellSteps(@Nullable Plan before, Plan after, Tale tale) {
        if (before == null) {
            return;
        }
        for (Step step : after.steps().values()) {
            Step was = before.steps().get(step.id());
            if (step != was
                    && (was == null
                            || was.attempt() != step.attempt()
                            || !States.of(before, was).equals(States.of(after, step)))) {
                tale.add("step", ofStep(after, step));
            }
        }
    }

    private static ObjectNode ofStep(Plan plan, Step step) {
        ObjectNode data =
                object().put("planId", plan.id())
                        .put("stepId", step.id())
                        .put("capability", step.capability())
                        .put("state", States.of(plan, step))
                        .put("label", Labels.of(plan, step));
        Labels.about(plan, step).ifPresent(about -> data.put("about", about));
        if (step.parent() != null) {
            data.put("parent", step.parent());
        }
        if (step.attempt() > 1) {
            data.put("attempt", step.attempt());
        }
        if (step.failure() != null) {
            data.set("failure", PlanDocument.failure(step.failure()));
        }
        return data;
    }

    private static void tellCard(String planId, PlanEvent event, @Nullable Plan plan, Tale tale) {
        switch (event) {
            case PlanEvent.ConsentAsked asked -> card(plan, asked.consent().id(), tale);
            case PlanEvent.ConsentMandated mandated -> {
                card(plan, mandated.consentId(), tale);
                mandated(planId, mandated.consentId(), plan, tale);
            }
            case PlanEvent.ConsentGranted granted -> card(plan, granted.consentId(), tale);
            case PlanEvent.ConsentRefused refused -> card(plan, refused.consentId(), tale);
            case PlanEvent.ConsentExpired expired -> card(plan, expired.consentId(), tale);
            case PlanEvent.ConsentWithdrawn gone -> card(plan, gone.consentId(), tale);
            case PlanEvent.RevisionGivenUp _ when plan != null ->
                    tale.add(
                            "notice",
                            object().put("planId", planId)
                                    .put("code", "NO_OTHER")
                                    .put(
                                            "message",
                                            plan.spec().lang().equals("zh")
                                                    ? "没有找到别的，还是问您的这一个。"
                                                    : "No other was found; the one you are asked about still stands."));
            case PlanEvent.RevisionAsked asked ->
                    tale.add(
                            "notice",
                            object().put("planId", planId)
                                    .put("code", "REVISING")
                                    .put("message", asked.failure().message()));
            case PlanEvent.StepRequoted changed ->
                    tale.add(
                            "notice",
                            object().put("planId", planId)
                                    .put("code", changed.failure().code())
                                    .put("message", changed.failure().message()));
            case PlanEvent.ConsentAnswerDeclined declined ->
                    tale.add(
                            "notice",
                            object().put("planId", planId)
                                    .put("consentId", declined.consentId())
                                    .put("code", declined.code())
                                    .put("message", declined.message()));
            default -> {
                // Steps and the plan itself are told by what changed in them.
            }
        }
    }

    private static void mandated(String planId, String consentId, @Nullable Plan plan, Tale tale) {
        Consent card = plan == null ? null : plan.consent(consentId).orElse(null);
        if (plan != null && card != null) {
            tale.add(
                    "notice",
                    object().put("planId", planId)
                            .put("consentId", consentId)
                            .put("code", "MANDATE_USED")
                            .put("message", Mandated.told(card, plan.spec().lang())));
        }
    }

    private static void card(@Nullable Plan plan, String consentId, Tale tale) {
        Consent consent = plan == null ? null : plan.consent(consentId).orElse(null);
        if (plan != null && consent != null) {
            tale.add("consent", PlanDocument.card(plan, consent));
        }
    }

    private ObjectNode ofPlan(Plan plan, ConversationAdvanced record) {
        ObjectNode data =
                object().put("planId", plan.id())
                        .put("state", States.of(plan))
                        .put("goal", plan.spec().goal());
        for (Object event : record.getEvents()) {
            switch (event) {
                case errand.facts.PlanAccepted accepted
                        when accepted.getPlanId().equals(plan.id()) ->
                        data.set("steps", outline(plan));
                case errand.facts.PlanClosed closed when closed.getPlanId().equals(plan.id()) -> {
                    ObjectNode money =
                            object().put("amount", closed.getSpent().getAmount())
                                    .put("currency", closed.getSpent().getCurrency());
                    data.set("spent", money);
                    if (talk.owed().containsKey(plan.id())) {
                        spent.put(plan.id(), money.deepCopy());
                    }
                }
                default -> {
                    // Not about how the plan began or ended.
                }
            }
        }
        PlanDocument.reason(plan).ifPresent(why -> data.set("reason", PlanDocument.failure(why)));
        return data;
    }

    private static ArrayNode outline(Plan plan) {
        ArrayNode steps = JSON.createArrayNode();
        for (Step step : plan.steps().values()) {
            ObjectNode one =
                    object().put("id", step.id())
                            .put("capability", step.capability())
                            .put("label", Labels.of(plan, step));
            one.set("needs", JSON.valueToTree(step.spec().needs()));
            steps.add(one);
        }
        return steps;
    }

    private void tellStatus(ConversationAdvanced record, Tale tale) {
        String now =
                States.of(
                        new Conversation(
                                record.getConversationId(),
                                record.getSeq(),
                                record.getAt(),
                                plans,
                                talk));
        if (!now.equals(status)) {
            status = now;
            ObjectNode data = object().put("status", now);
            if (now.equals(States.WAITING)) {
                data.put("for", States.waitsFor(plans.values()));
            }
            tale.add("status", data);
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The events of one record, numbered. */
    private static final class Tale {

        private final List<Told> events = new ArrayList<>();
        private final Instant at;
        private final int partition;
        private final long offset;

        Tale(Instant at, int partition, long offset) {
            this.at = at;
            this.partition = partition;
            this.offset = offset;
        }

        void add(String event, ObjectNode data) {
            data.put("at", at.toString());
            events.add(new Told(new Cursor(partition, offset, events.size()), event, data));
        }
    }
}
