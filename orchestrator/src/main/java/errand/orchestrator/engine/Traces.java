package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The traces of what goes on in a conversation: one from what was said to its plan, its tasks and
 * its answer, whoever's click or clock moves it on.
 *
 * @param byOwner by id of the plan, or of the message that is thought about
 */
record Traces(Map<String, Trace> byOwner) {

    static final Traces NONE = new Traces(Map.of());

    /** The trace that facts belong to; that of their cause when they begin something. */
    Trace of(List<Fact> facts, Trace cause) {
        for (Fact fact : facts) {
            String owner = owner(fact);
            Trace known = owner == null ? null : byOwner.get(owner);
            if (known != null) {
                return known;
            }
        }
        return cause;
    }

    /** The trace of what is sent for a plan. */
    Trace ofPlan(@Nullable Object planId, Trace otherwise) {
        Trace known = planId == null ? null : byOwner.get(planId.toString());
        return known == null ? otherwise : known;
    }

    /** With a trace for all that is under way, and for nothing else. */
    Traces after(Conversation kept, Trace used) {
        if (kept.talk().thinking().isEmpty() && areOf(kept.plans().keySet())) {
            return this;
        }
        Map<String, Trace> next = new LinkedHashMap<>();
        kept.plans().keySet().forEach(plan -> next.put(plan, byOwner.getOrDefault(plan, used)));
        kept.talk()
                .thinking()
                .forEach(
                        thinking ->
                                next.put(
                                        thinking.messageId(),
                                        byOwner.getOrDefault(thinking.messageId(), used)));
        return next.isEmpty() ? NONE : new Traces(next);
    }

    /** Of these and no others, in their order. */
    private boolean areOf(Set<String> owners) {
        if (owners.size() != byOwner.size()) {
            return false;
        }
        Iterator<String> known = byOwner.keySet().iterator();
        for (String owner : owners) {
            if (!owner.equals(known.next())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String owner(Fact fact) {
        return switch (fact) {
            case Fact.OfPlan plan -> plan.planId();
            case Fact.MessageReceived said -> said.messageId();
            case Fact.ThinkingAsked asked ->
                    asked.thinking().planId() == null
                            ? asked.thinking().messageId()
                            : asked.thinking().planId();
            case Fact.PlanDrafted drafted -> drafted.messageId();
            case Fact.QuestionAsked asked -> asked.messageId();
            case Fact.AnswerGiven given -> given.messageId();
            case Fact.CancelUnderstood understood -> understood.messageId();
            case Fact.NoticeGiven given -> given.messageId();
            case Fact.ConversationStuck _ -> null;
        };
    }
}
