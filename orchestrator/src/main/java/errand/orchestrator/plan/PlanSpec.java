package errand.orchestrator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A validated plan as submitted.
 *
 * @param id {@code p_} + UUIDv7
 * @param lang {@code zh} or {@code en}
 * @param budget what it may cost in all, or null
 * @param in JSON object that expressions see as {@code $in}
 * @param steps in the order they were written
 * @param manifests by capability, undo capabilities included
 * @param within how long all may take from when it is taken on, or null
 * @param deadline the moment at which that is over; known once the plan was taken on
 * @param queued set when too much was under way for it to begin at once
 */
public record PlanSpec(
        String id,
        String user,
        String lang,
        String goal,
        @Nullable Money budget,
        String in,
        List<StepSpec> steps,
        Map<String, Manifest> manifests,
        @Nullable Duration within,
        @Nullable Instant deadline,
        @Nullable Queued queued) {

    public PlanSpec {
        steps = List.copyOf(steps);
        // Sorted, so that the same plan is written as the same bytes on every machine.
        manifests = Collections.unmodifiableMap(new TreeMap<>(manifests));
    }

    /** One that may take as long as it takes. */
    public PlanSpec(
            String id,
            String user,
            String lang,
            String goal,
            @Nullable Money budget,
            String in,
            List<StepSpec> steps,
            Map<String, Manifest> manifests) {
        this(id, user, lang, goal, budget, in, steps, manifests, null, null, null);
    }

    /** Whether anything in it may need the person's yes. */
    public boolean asks() {
        return manifests.values().stream()
                .anyMatch(it -> it.capability().equals(Manifest.ASK) || it.needsConsent());
    }

    /** With manifests besides its own. */
    public PlanSpec with(Map<String, Manifest> more) {
        Map<String, Manifest> all = new TreeMap<>(manifests);
        all.putAll(more);
        return with(steps, all);
    }

    PlanSpec with(List<StepSpec> others, Map<String, Manifest> known) {
        return new PlanSpec(
                id, user, lang, goal, budget, in, others, known, within, deadline, queued);
    }

    /** Behind others: it begins when it is admitted. */
    public PlanSpec behind(int place) {
        return until(deadline, new Queued(place, null));
    }

    /** The same errand with another aim. */
    PlanSpec aiming(Change.Wish wish) {
        return new PlanSpec(
                id,
                user,
                lang,
                wish.goal(),
                wish.budget(),
                wish.in(),
                steps,
                manifests,
                within,
                deadline,
                queued);
    }

    /** Taken on at that moment. */
    PlanSpec from(Instant at) {
        return until(
                within == null ? deadline : at.plus(within),
                queued == null ? null : new Queued(queued.place(), at.plus(Limits.QUEUED)));
    }

    private PlanSpec until(@Nullable Instant end, @Nullable Queued waiting) {
        return new PlanSpec(
                id, user, lang, goal, budget, in, steps, manifests, within, end, waiting);
    }

    /**
     * It was not begun at once.
     *
     * @param place in the queue when it was handed in, from 1
     * @param until it is given up when it was not admitted by then; known once the plan was taken
     *     on
     */
    public record Queued(int place, @Nullable Instant until) {}
}
