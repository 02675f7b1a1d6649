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
 */
public record Conversation(String id, long seq, Instant at, Map<String, Plan> plans) {

    public Conversation {
        plans = Collections.unmodifiableMap(plans);
    }

    /** One of which nothing is known yet. */
    public static Conversation begun(String id) {
        return new Conversation(id, 0, Instant.EPOCH, Map.of());
    }

    /** One that comes back after it had left the store. */
    public static Conversation resumed(String id, Input.Resume resume) {
        return new Conversation(id, resume.seq(), Instant.EPOCH, Map.of());
    }

    /** The conversation after the facts of one input. Total; plans that ended are kept. */
    public Conversation after(Instant when, List<Fact> facts) {
        Map<String, Plan> next = new LinkedHashMap<>(plans);
        for (Fact fact : facts) {
            if (fact instanceof Fact.OfPlan(String planId, var event)) {
                Plan plan = Evolution.evolve(next.get(planId), event);
                if (plan != null) {
                    next.put(planId, plan);
                }
            }
        }
        return new Conversation(id, facts.isEmpty() ? seq : seq + 1, when, next);
    }

    /** Without the plans that ended: all that the engine keeps. */
    public Conversation live() {
        if (plans.values().stream().noneMatch(Plan::closed)) {
            return this;
        }
        Map<String, Plan> next = new LinkedHashMap<>(plans);
        next.values().removeIf(Plan::closed);
        return new Conversation(id, seq, at, next);
    }

    /** Nothing runs and nothing is awaited. */
    public boolean idle() {
        return plans.values().stream().allMatch(Plan::closed);
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
        return next;
    }
}
