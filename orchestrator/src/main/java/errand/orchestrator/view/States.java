package errand.orchestrator.view;

import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.plan.Consent;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.util.Collection;
import java.util.Locale;

/** The names of states as users know them. The core's own phases are finer and stay inside. */
public final class States {

    public static final String DRAFTING = "drafting";
    public static final String AWAITING_CONSENT = "awaiting-consent";
    public static final String RUNNING = "running";
    public static final String UNWINDING = "unwinding";

    public static final String IDLE = "idle";
    public static final String THINKING = "thinking";
    public static final String WORKING = "working";
    public static final String WAITING = "waiting";

    private States() {}

    /** State of a step within its plan. */
    public static String of(Plan plan, Step step) {
        return switch (step.phase()) {
            case WAITING -> WAITING;
            case READY -> "ready";
            case EXPANDED -> expanded(plan, step);
            case ASKING -> "asking";
            case DISPATCHED, RETRYING, WITHDRAWN -> "dispatched";
            case DONE -> "done";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case UNDOING, UNDO_RETRYING -> "undoing";
            case UNDONE -> "undone";
            case UNDO_FAILED -> "undo-failed";
        };
    }

    private static String expanded(Plan plan, Step parent) {
        boolean begun =
                plan.steps().values().stream()
                        .filter(step -> parent.id().equals(step.parent()))
                        .anyMatch(States::begun);
        return begun ? "dispatched" : WAITING;
    }

    private static boolean begun(Step step) {
        return switch (step.phase()) {
            case WAITING, READY -> false;
            case EXPANDED,
                    ASKING,
                    DISPATCHED,
                    RETRYING,
                    WITHDRAWN,
                    DONE,
                    FAILED,
                    SKIPPED,
                    UNDOING,
                    UNDO_RETRYING,
                    UNDONE,
                    UNDO_FAILED ->
                    true;
        };
    }

    /** State of a plan that was taken on. */
    public static String of(Plan plan) {
        return switch (plan.stage()) {
            case Stage.Running _ -> onlyAwaitsConsent(plan) ? AWAITING_CONSENT : RUNNING;
            case Stage.Unwinding _ -> UNWINDING;
            case Stage.Closed closed -> of(closed.outcome());
        };
    }

    /** State of a plan that ended so. */
    public static String of(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    public static String of(Consent.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static boolean onlyAwaitsConsent(Plan plan) {
        return plan.consents().stream().anyMatch(card -> card.state() == Consent.State.OPEN)
                && plan.steps().values().stream().noneMatch(States::runs);
    }

    private static boolean runs(Step step) {
        return switch (step.phase()) {
            case DISPATCHED, RETRYING, WITHDRAWN, UNDOING, UNDO_RETRYING -> true;
            case WAITING, READY, EXPANDED, ASKING, DONE, FAILED, SKIPPED, UNDONE, UNDO_FAILED ->
                    false;
        };
    }

    /**
     * {@code idle}; {@code thinking} while the planner has it; {@code waiting} when all that is
     * under way waits for the person; else {@code working}.
     */
    public static String of(Conversation conversation) {
        if (!conversation.talk().thinking().isEmpty()) {
            return THINKING;
        }
        boolean waits = conversation.talk().question() != null;
        for (Plan plan : conversation.plans().values()) {
            if (!plan.closed() && !of(plan).equals(AWAITING_CONSENT)) {
                return WORKING;
            }
            waits |= !plan.closed();
        }
        return waits ? WAITING : IDLE;
    }

    /** What a conversation that waits is waiting for. */
    public static String waitsFor(Collection<Plan> plans) {
        return plans.stream().anyMatch(plan -> !plan.closed()) ? "consent" : "question";
    }
}
