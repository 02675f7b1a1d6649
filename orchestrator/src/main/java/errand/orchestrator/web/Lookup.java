package errand.orchestrator.web;

import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.view.Conversations;
import errand.orchestrator.view.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds by id what was accepted, though the view may not have seen it yet: in the view, waiting a
 * little; among what this node accepted; and last in the inbox itself.
 */
final class Lookup {

    /** Nothing older can still be on its way into the view, unless the engine stands still. */
    private static final Duration RECENT = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BRIEFLY = Duration.ofMillis(300);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final Plans plans;
    private final Conversations conversations;
    private final Accepted accepted;
    private final Submissions submissions;

    Lookup(Plans plans, Conversations conversations, Accepted accepted, Submissions submissions) {
        this.plans = plans;
        this.conversations = conversations;
        this.accepted = accepted;
        this.submissions = submissions;
    }

    /** The JSON document of a plan. */
    Optional<String> plan(String id) {
        Optional<String> seen =
                seen(() -> plans.document(id), Ids.PLAN, id, accepted.plan(id).isPresent());
        return seen.isPresent()
                ? seen
                : submitted(Ids.PLAN, id).map(plan -> Accepted.document(plan).toString());
    }

    /** The conversation a plan belongs to. */
    Optional<String> conversationOf(String planId) {
        Optional<String> here = accepted.plan(planId).map(Accepted.Plan::conversationId);
        if (here.isPresent()) {
            return here;
        }
        Optional<String> seen =
                seen(
                        () -> plans.place(planId).map(Plans.Place::conversationId),
                        Ids.PLAN,
                        planId,
                        false);
        return seen.isPresent()
                ? seen
                : submitted(Ids.PLAN, planId).map(Accepted.Plan::conversationId);
    }

    /** A conversation with all that is in it. */
    Optional<ObjectNode> conversation(String id) {
        Optional<ObjectNode> seen =
                seen(
                                () -> conversations.whole(id),
                                Ids.CONVERSATION,
                                id,
                                accepted.conversation(id).isPresent())
                        .map(ConversationJson::of);
        return seen.isPresent()
                ? seen
                : submitted(Ids.CONVERSATION, id).map(ConversationJson::begunBy);
    }

    /** Who a conversation is with, and the last number the view has seen of it. */
    Optional<Party> party(String id) {
        Optional<Party> seen = conversations.find(id).map(Party::of);
        if (seen.isPresent()) {
            return seen;
        }
        Optional<Party> here =
                accepted.conversation(id).map(c -> new Party(id, c.user(), c.lang(), 0, null));
        if (here.isPresent()) {
            return here;
        }
        Optional<Party> later =
                seen(() -> conversations.find(id).map(Party::of), Ids.CONVERSATION, id, false);
        return later.isPresent()
                ? later
                : submitted(Ids.CONVERSATION, id)
                        .map(plan -> new Party(id, plan.user(), plan.lang(), 0, null));
    }

    /**
     * A conversation as far as taking part in it goes.
     *
     * @param seq 0 when the view has seen none of its records
     * @param context what had been said, as JSON; null for nothing
     */
    record Party(String id, String user, String lang, long seq, @Nullable String context) {
        static Party of(Conversations.Summary summary) {
            return new Party(
                    summary.id(),
                    summary.user(),
                    summary.lang(),
                    summary.seq(),
                    CoreJson.write(summary.talk().rest()));
        }
    }

    private Optional<Accepted.Plan> submitted(String prefix, String id) {
        Optional<Accepted.Plan> here =
                prefix.equals(Ids.PLAN)
                        ? accepted.plan(id)
                        : accepted.conversation(id).flatMap(c -> accepted.plan(c.planId()));
        if (here.isPresent() || !recent(prefix, id)) {
            return here;
        }
        Instant madeAt = Ids.madeAt(prefix, id).orElseThrow();
        return submissions.find(id, madeAt);
    }

    private static boolean recent(String prefix, String id) {
        return Ids.recent(prefix, id, Instant.ofEpochMilli(System.currentTimeMillis()), RECENT);
    }

    private static <T> Optional<T> seen(
            Supplier<Optional<T>> view, String prefix, String id, boolean acceptedHere) {
        Optional<T> found = view.get();
        if (found.isPresent() || !recent(prefix, id)) {
            return found;
        }
        return within(acceptedHere ? BRIEFLY : PATIENCE, view);
    }

    /** Asks again until there is an answer or the time is over. */
    static <T> Optional<T> within(Duration patience, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK_AGAIN);
                Optional<T> found = question.get();
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
