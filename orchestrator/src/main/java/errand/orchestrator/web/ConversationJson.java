package errand.orchestrator.web;

import errand.orchestrator.conversation.Question;
import errand.orchestrator.view.Conversations;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.States;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations as JSON. */
final class ConversationJson {

    private ConversationJson() {}

    static ObjectNode of(Conversations.Whole whole) {
        ObjectNode node = of(whole.summary());
        ArrayNode messages = node.putArray("messages");
        for (Conversations.Said said : whole.messages()) {
            messages.addObject()
                    .put("id", said.id())
                    .put("role", said.role())
                    .put("text", said.text())
                    .put("at", said.at().toString());
        }
        ArrayNode plans = node.putArray("plans");
        whole.plans().forEach(plan -> plans.add(PlanDocument.parsed(plan)));
        ArrayNode consents = node.putArray("consents");
        whole.consents().forEach(card -> consents.add(PlanDocument.parsed(card)));
        ArrayNode questions = node.putArray("questions");
        Question open = whole.summary().talk().question();
        if (open != null) {
            PlanDocument.parsed(open.parts()).forEach(questions::add);
        }
        return node;
    }

    static ObjectNode of(Conversations.Summary summary) {
        ObjectNode node =
                Json.newObject()
                        .put("id", summary.id())
                        .put("user", summary.user())
                        .put("lang", summary.lang())
                        .put("status", summary.status())
                        .put("createdAt", summary.createdAt().toString())
                        .put("at", summary.at().toString());
        if (summary.title() != null) {
            node.put("title", summary.title());
        }
        return node;
    }

    /** One of which only its first plan is known, which nobody has taken up yet. */
    static ObjectNode begunBy(Accepted.Plan plan) {
        ObjectNode node =
                Json.newObject()
                        .put("id", plan.conversationId())
                        .put("user", plan.user())
                        .put("lang", plan.lang())
                        .put("status", States.WORKING)
                        .put("createdAt", plan.at().toString())
                        .put("at", plan.at().toString());
        node.putArray("messages");
        node.putArray("plans").add(Accepted.document(plan));
        node.putArray("consents");
        node.putArray("questions");
        return node;
    }
}
