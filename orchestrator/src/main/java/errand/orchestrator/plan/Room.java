package errand.orchestrator.plan;

import errand.orchestrator.plan.PlanEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much fits: the facts of one input go to the log as one event, and a plan is kept whole. What
 * would not fit fails as a step that says so; otherwise the whole input would have to be set aside,
 * and its plan would wait for ever. Counts documents in bytes of UTF-8, nothing else.
 */
final class Room {

    private Room() {}

    /** Why a step cannot become ready with what this adds to the facts, or null. */
    static @Nullable Failure atOnce(Journal journal, Step step, int bytes) {
        int all = journal.weight() + bytes;
        if (all <= Limits.AT_ONCE) {
            return null;
        }
        return Failure.of(
                Failure.Kind.INVALID,
                "TOO_MUCH_AT_ONCE",
                "Step '%s' (%s): what becomes ready at once takes %,d bytes; at most %,d are allowed. Let steps wait for each other ('needs'), or pass on less."
                        .formatted(step.id(), step.capability(), all, Limits.AT_ONCE));
    }

    /** Why a plan cannot hold this as well, or null. */
    static @Nullable Failure inAll(Plan plan, Step step, int bytes) {
        long all = bytes;
        for (Step each : plan.all()) {
            all += bytes(each.input()) + bytes(each.output()) + bytes(each.item());
        }
        if (all <= Limits.PLAN) {
            return null;
        }
        return Failure.of(
                Failure.Kind.INVALID,
                "PLAN_TOO_LARGE",
                "Step '%s' (%s): inputs and outputs of the plan take %,d bytes; at most %,d are allowed."
                        .formatted(step.id(), step.capability(), all, Limits.PLAN));
    }

    /** Bytes of the documents in a fact; quotes of an output are in it twice. */
    static int weight(PlanEvent event) {
        return switch (event) {
            case PlanAccepted e -> weight(e.spec());
            case PlanRevised e ->
                    e.change().steps().stream().mapToInt(step -> bytes(step.input())).sum();
            case StepReady e -> bytes(e.input());
            case StepExpanded e -> bytes(e.items());
            case StepSucceeded e -> bytes(e.output()) * (e.quotes().isEmpty() ? 1 : 2);
            case StepAlternativeTaken e -> bytes(e.input());
            case StepRequoted e -> bytes(e.output());
            case MandateTried e -> bytes(e.input()) + bytes(e.consent().shown());
            case ConsentAsked e -> bytes(e.consent().shown());
            case UndoDispatched e -> bytes(e.input());
            default -> 0;
        };
    }

    private static int weight(PlanSpec spec) {
        int all = bytes(spec.in());
        for (StepSpec step : spec.steps()) {
            all += bytes(step.input());
        }
        for (Manifest manifest : spec.manifests().values()) {
            all += bytes(manifest.inputSchema());
        }
        return all;
    }

    static int bytes(List<String> texts) {
        return texts.stream().mapToInt(Room::bytes).sum();
    }

    static int bytes(@Nullable String text) {
        int bytes = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = Character.isSurrogate(c); // a pair takes four
            bytes += c < 0x80 ? 1 : c < 0x800 || half ? 2 : 3;
        }
        return bytes;
    }
}
