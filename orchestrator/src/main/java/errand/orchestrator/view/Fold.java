package errand.orchestrator.view;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.PlanEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the view holds it, and one record of the log, give the conversation after it
 * and what changed. Pure, and the same fold as the engine's.
 */
final class Fold {

    private static final String NOBODY = "";

    /** Where a record stands in the log. */
    record Place(int partition, long offset) {}

    record Touched(String conversationId, Plan plan, PlanTrack track) {}

    record Card(String conversationId, Plan plan, Consent consent) {}

    /** One line: what the person said, or what they were told or asked. */
    record Message(
            String conversationId, String id, String role, String text, Instant at, Place place) {}

    /**
     * What one record did.
     *
     * @param gap whether numbers are missing before it, which only a lost log can explain
     */
    record Folded(
            Standing standing,
            List<Touched> plans,
            List<Card> cards,
            List<Message> messages,
            List<MandateSeen> mandates,
            boolean gap) {}

    private final @Nullable Standing before;
    private final ConversationAdvanced record;
    private final Place place;
    private final Map<String, PlanTrack> tracks = new LinkedHashMap<>();
    private final List<Touched> plans = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();

    private Fold(@Nullable Standing before, ConversationAdvanced record, Place place) {
        this.before = before;
        this.record = record;
        this.place = place;
        if (before != null) {
            tracks.putAll(before.tracks());
        }
    }

    /**
     * Null when the number of the record was seen before. Throws {@link
     * errand.orchestrator.codec.UnknownFact} for a fact of a newer version.
     */
    static @Nullable Folded fold(
            @Nullable Standing before, ConversationAdvanced record, Place place) {
        if (before != null && record.getSeq() <= before.seq()) {
            return null;
        }
        return new Fold(before, record, place).run();
    }

    private Folded run() {
        List<Fact> facts = Facts.fromAvro(record.getEvents());
        Conversation known =
                before == null ? Conversation.begun(record.getConversationId()) : before.live();
        boolean gap = record.getSeq() != known.seq() + 1;
        Conversation start =
                gap
                        ? new Conversation(
                                known.id(),
                                record.getSeq() - 1,
                                known.at(),
                                known.plans(),
                                known.talk())
                        : known;
        Conversation full = start.after(record.getAt(), facts);
        for (String planId : planIds(facts)) {
            Plan plan = full.plans().get(planId);
            if (plan != null) {
                touch(known.plans().get(planId), plan, spent(planId, facts));
            }
        }
        Conversation live = full.live();
        tracks.keySet().retainAll(live.plans().keySet());
        return new Folded(
                standing(live, facts),
                plans,
                cards,
                messages(facts),
                MandateSeen.in(facts, full),
                gap);
    }

    private static Set<String> planIds(List<Fact> facts) {
        Set<String> ids = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.OfPlan of) {
                ids.add(of.planId());
            }
        }
        return ids;
    }

    private static @Nullable Money spent(String planId, List<Fact> facts) {
        Money spent = null;
        for (Fact fact : facts) {
            if (fact instanceof Fact.OfPlan(String id, PlanEvent.PlanClosed closed)
                    && id.equals(planId)) {
                spent = closed.spent();
            }
        }
        return spent;
    }

    private void touch(@Nullable Plan was, Plan plan, @Nullable Money spent) {
        Instant at = record.getAt();
        PlanTrack track = tracks.get(plan.id());
        PlanTrack next =
                (track == null ? PlanTrack.begun(at, place.partition(), place.offset()) : track)
                        .after(plan, at, place.offset(), spent);
        tracks.put(plan.id(), next);
        plans.add(new Touched(record.getConversationId(), plan, next));
        for (Consent consent : plan.consents()) {
            if (was == null || !was.consents().contains(consent)) {
                cards.add(new Card(record.getConversationId(), plan, consent));
            }
        }
    }

    private List<Message> messages(List<Fact> facts) {
        List<Message> messages = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.MessageReceived said ->
                        messages.add(message(said.messageId(), "person", said.text()));
                case Fact.QuestionAsked asked ->
                        messages.add(message(asked.taskId(), "assistant", asked.question().text()));
                case Fact.AnswerGiven given ->
                        messages.add(message(given.taskId(), "assistant", given.text()));
                default -> {
                    // Not a line of the conversation.
                }
            }
        }
        return messages;
    }

    private Message message(String id, String role, String text) {
        return new Message(record.getConversationId(), id, role, text, record.getAt(), place);
    }

    private Standing standing(Conversation live, List<Fact> facts) {
        Standing was = before;
        boolean known = was != null && !was.user().equals(NOBODY);
        String user = known ? Objects.requireNonNull(was).user() : user(facts);
        String lang = known ? Objects.requireNonNull(was).lang() : lang(facts);
        boolean first = was == null || was.firstOffset() < 0;
        return new Standing(
                live,
                Map.copyOf(tracks),
                user,
                lang,
                was == null ? record.getAt() : was.createdAt(),
                place.partition(),
                first ? place.offset() : Objects.requireNonNull(was).firstOffset(),
                place.offset(),
                first ? record.getInboxOffset() : Objects.requireNonNull(was).inboxFirst(),
                record.getInboxOffset());
    }

    private static String user(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Fact.MessageReceived said) {
                return said.user();
            }
            if (fact instanceof Fact.OfPlan(_, PlanEvent.PlanAccepted accepted)) {
                return accepted.spec().user();
            }
        }
        return NOBODY;
    }

    private static String lang(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Fact.MessageReceived said) {
                return said.lang();
            }
            if (fact instanceof Fact.OfPlan(_, PlanEvent.PlanAccepted accepted)) {
                return accepted.spec().lang();
            }
        }
        return "";
    }
}
