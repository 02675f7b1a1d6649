package errand.orchestrator.conversation;

import errand.orchestrator.plan.Evolution;
import errand.orchestrator.plan.Plan;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands. Immutable.
 *
 * @param seq number of the last {@code ConversationAdvanced}; 0 before the first
 * @param at business time of the last input; never goes back
 * @param plans by id, in the order they were accepted
 * @param talk what is said
 */
public record Conversation(String id, long seq, Instant at, Map<String, Plan> plans, Talk talk) {

    public Conversation {
        plans = Collections.unmodifiableMap(plans);
    }

    /** One of which nothing is known yet. */
    public static Conversation begun(String id) {
        return new Conversation(id, 0, Instant.EPOCH, Map.of(), Talk.NONE);
    }

    /** One that comes back after it had left the store. */
    public static Conversation resumed(String id, Input.Resume resume) {
        return new Conversation(id, resume.seq(), Instant.EPOCH, Map.of(), resume.talk());
    }

    /** The conversation after the facts of one input. Total; plans that ended are kept. */
    public Conversation after(Instant when, List<Fact> facts) {
        Map<String, Plan> next = new LinkedHashMap<>(plans);
        Talk said = talk;
        for (Fact fact : facts) {
            said = said.after(fact);
            if (fact instanceof Fact.OfPlan(String planId, var event)) {
                Plan plan = Evolution.evolve(next.get(planId), event);
                if (plan != null) {
                    next.put(planId, plan);
                }
            }
        }
        return new Conversation(id, facts.isEmpty() ? seq : seq + 1, when, next, said);
    }

    /** Without the plans that ended and were told: all that the engine keeps. */
    public Conversation live() {
        if (!hasOver()) {
            return this;
        }
        Map<String, Plan> next = new LinkedHashMap<>(plans);
        next.values().removeIf(this::over);
        return new Conversation(id, seq, at, next, talk);
    }

    private boolean hasOver() {
        for (Plan plan : plans.values()) {
            if (over(plan)) {
                return true;
            }
        }
        return false;
    }

    private boolean over(Plan plan) {
        return plan.closed() && !talk.needs(plan.id());
    }

    /**
     * Nothing runs and nothing is thought about. A question may be open: it goes with the
     * conversation when that leaves, and comes back with the next message.
     */
    public boolean idle() {
        return plans.values().stream().allMatch(this::over) && talk.thinking().isEmpty();
    }

    /** The earliest moment at which something falls due, or null. */
    public @Nullable Instant nextDue() {
        Instant next = null;
        for (Plan plan : plans.values()) {
            Instant due = plan.closed() ? null : plan.nextDue();
            if (due != null && (next == null || due.isBefore(next))) {
                next = due;
            }
        }
        for (Thinking thinking : talk.thinking()) {
            if (next == null || thinking.deadline().isBefore(next)) {
                next = thinking.deadline();
            }
        }
        return next;
    }
}
