package errand.orchestrator.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step as it stands.
 *
 * @param spec as planned; the alternative's capability and input once that was taken
 * @param item JSON of the element for a child of {@code each}, else null
 * @param parent id of the step with {@code each}, for its children
 * @param round grows when the engine wants something new; part of the task id
 * @param attempt attempts of the task or undo that is under way, 0 before the first
 * @param input resolved input, null before the step was ready
 * @param quoteIds quotes that the input names
 * @param due what is waited for: an answer until then, or the next attempt at then
 * @param deadline after it the step fails; counts from the first attempt
 * @param consentId the consent it waits for or runs under
 * @param order position among finished steps, for undoing in reverse
 * @param alternated whether the alternative was taken
 */
public record Step(
        StepSpec spec,
        @Nullable String item,
        @Nullable String parent,
        Phase phase,
        int round,
        int attempt,
        @Nullable String input,
        List<String> quoteIds,
        @Nullable Instant due,
        @Nullable Instant deadline,
        @Nullable String consentId,
        @Nullable String output,
        @Nullable Failure failure,
        @Nullable String undoInput,
        int order,
        boolean alternated) {

    public Step {
        quoteIds = List.copyOf(quoteIds);
    }

    /** One that nothing has happened to yet. */
    public static Step planned(StepSpec spec) {
        return new Step(
                spec,
                null,
                null,
                Phase.WAITING,
                1,
                0,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                false);
    }

    static Step child(StepSpec spec, String parent, String item) {
        return new Step(
                spec,
                item,
                parent,
                Phase.WAITING,
                1,
                0,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                false);
    }

    public String id() {
        return spec.id();
    }

    public String capability() {
        return spec.capability();
    }

    /** Not written in the plan: a step the platform adds. */
    public boolean implicit() {
        return id().startsWith("_");
    }

    /** The task that does this step. */
    public String taskId(String planId) {
        return planId + "/" + id() + "/do/" + round;
    }

    /** The task that undoes this step. */
    public String undoTaskId(String planId) {
        return planId + "/" + id() + "/undo/" + round;
    }

    Step in(Phase next) {
        return new Step(
                spec,
                item,
                parent,
                next,
                round,
                attempt,
                input,
                quoteIds,
                due,
                deadline,
                consentId,
                output,
                failure,
                undoInput,
                order,
                alternated);
    }

    Step ready(String resolved, List<String> quotes) {
        return new Step(
                spec,
                item,
                parent,
                Phase.READY,
                round,
                0,
                resolved,
                quotes,
                null,
                null,
                null,
                null,
                null,
                null,
                order,
                alternated);
    }

    Step alternative(StepSpec other) {
        return anew(other, true);
    }

    /** From the beginning, as another task. */
    Step again() {
        return anew(spec, alternated);
    }

    private Step anew(StepSpec next, boolean other) {
        return new Step(
                next,
                item,
                parent,
                Phase.WAITING,
                round + 1,
                0,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                order,
                other);
    }

    /** Done as before, with another output. */
    Step giving(@Nullable String result) {
        return new Step(
                spec,
                item,
                parent,
                phase,
                round,
                attempt,
                input,
                quoteIds,
                due,
                deadline,
                consentId,
                result,
                failure,
                undoInput,
                order,
                alternated);
    }

    Step asking(String consent) {
        return new Step(
                spec,
                item,
                parent,
                Phase.ASKING,
                round,
                attempt,
                input,
                quoteIds,
                null,
                deadline,
                consent,
                null,
                null,
                null,
                order,
                alternated);
    }

    Step dispatched(int nth, Instant until, @Nullable String consent) {
        return new Step(
                spec,
                item,
                parent,
                Phase.DISPATCHED,
                round,
                nth,
                input,
                quoteIds,
                until,
                until,
                consent,
                null,
                null,
                null,
                order,
                alternated);
    }

    Step waitingUntil(Phase next, int nth, Instant then, @Nullable Failure why) {
        return new Step(
                spec,
                item,
                parent,
                next,
                round,
                nth,
                input,
                quoteIds,
                then,
                deadline,
                consentId,
                output,
                why,
                undoInput,
                order,
                alternated);
    }

    Step succeeded(String result, int position) {
        return new Step(
                spec,
                item,
                parent,
                Phase.DONE,
                round,
                attempt,
                input,
                quoteIds,
                null,
                deadline,
                consentId,
                result,
                null,
                null,
                position,
                alternated);
    }

    Step ended(Phase end, @Nullable Failure why) {
        return new Step(
                spec,
                item,
                parent,
                end,
                round,
                attempt,
                input,
                quoteIds,
                null,
                deadline,
                consentId,
                output,
                why,
                undoInput,
                order,
                alternated);
    }

    Step undoing(String undo, int nth, Instant until) {
        return new Step(
                spec,
                item,
                parent,
                Phase.UNDOING,
                round,
                nth,
                input,
                quoteIds,
                until,
                deadline,
                consentId,
                output,
                failure,
                undo,
                order,
                alternated);
    }
}
