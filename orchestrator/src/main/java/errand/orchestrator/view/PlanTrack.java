package errand.orchestrator.view;

import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the view notes about a plan besides the plan itself: when things happened and where in the
 * log.
 *
 * @param spent as said when the plan closed; null before
 * @param steps when each step began and ended, for those that began
 */
record PlanTrack(
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant unwindingSince,
        @Nullable Money spent,
        int partition,
        long firstOffset,
        long lastOffset,
        Map<String, Span> steps) {

    /** From when to when a step took. */
    record Span(Instant startedAt, @Nullable Instant endedAt) {}

    static PlanTrack begun(Instant at, int partition, long offset) {
        return new PlanTrack(at, null, null, null, partition, offset, offset, Map.of());
    }

    /** After a record of the log that brought the plan where it is now. */
    PlanTrack after(Plan plan, Instant at, long offset, @Nullable Money spentNow) {
        Map<String, Span> next = new LinkedHashMap<>(steps);
        for (Step step : plan.steps().values()) {
            Span span = span(next.get(step.id()), step, at);
            if (span != null) {
                next.put(step.id(), span);
            }
        }
        boolean unwinds = plan.stage() instanceof Stage.Unwinding;
        return new PlanTrack(
                createdAt,
                plan.closed() ? at : null,
                !unwinds || unwindingSince != null ? unwindingSince : at,
                spentNow == null ? spent : spentNow,
                partition,
                firstOffset,
                offset,
                next);
    }

    private static @Nullable Span span(@Nullable Span before, Step step, Instant at) {
        return switch (step.phase()) {
            case WAITING, READY -> before;
            case SKIPPED -> before == null ? null : ended(before, at);
            case EXPANDED, ASKING, DISPATCHED, RETRYING, WITHDRAWN ->
                    before == null ? new Span(at, null) : before;
            case UNDOING, UNDO_RETRYING -> new Span(before == null ? at : before.startedAt(), null);
            case DONE, FAILED, UNDONE, UNDO_FAILED ->
                    ended(before == null ? new Span(at, null) : before, at);
        };
    }

    private static Span ended(Span span, Instant at) {
        return span.endedAt() == null ? new Span(span.startedAt(), at) : span;
    }
}
