package errand.orchestrator.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a plan: facts, in the past tense. */
public sealed interface PlanEvent {

    /** The plan was taken on. */
    record PlanAccepted(PlanSpec spec) implements PlanEvent {}

    /** All a step needs is there; its input stands from here on. */
    record StepReady(String stepId, String input, List<String> quoteIds) implements PlanEvent {
        public StepReady {
            quoteIds = List.copyOf(quoteIds);
        }
    }

    /** A step with {@code each} became one step per element. */
    record StepExpanded(String stepId, List<String> items) implements PlanEvent {
        public StepExpanded {
            items = List.copyOf(items);
        }
    }

    /** A step will not run. */
    record StepSkipped(String stepId, String reason) implements PlanEvent {}

    /** A task was sent for a step; from attempt 2 on it is the same task again. */
    record StepDispatched(
            String stepId, String taskId, int attempt, Instant deadline, @Nullable String consentId)
            implements PlanEvent {}

    /** A step is done. */
    record StepSucceeded(String stepId, String output, List<Quote> quotes) implements PlanEvent {
        public StepSucceeded {
            quotes = List.copyOf(quotes);
        }
    }

    /** A step ended without success. */
    record StepFailed(String stepId, Failure failure) implements PlanEvent {}

    /** A step goes on with its declared alternative. */
    record StepAlternativeTaken(String stepId, String capability, String input, Failure failure)
            implements PlanEvent {}

    /**
     * A business asks another price than the one agreed to: its new quote takes the old one's
     * place, and the person is asked again.
     *
     * @param stepId the step that was refused; it begins anew
     * @param replaced id of the old quote
     * @param sourceId the step that gave the old quote
     * @param output what that step gives from now on, JSON
     */
    record StepRequoted(
            String stepId,
            String replaced,
            Quote quote,
            String sourceId,
            String output,
            Failure failure)
            implements PlanEvent {}

    /** A step will be tried again. */
    record StepRetryScheduled(String stepId, int attempt, Instant dueAt, Failure failure)
            implements PlanEvent {}

    /** The agent was asked not to do a task any more; its answer is awaited. */
    record StepWithdrawn(
            String stepId, String taskId, int attempt, Instant againAt, Failure failure)
            implements PlanEvent {}

    /**
     * Before the person is asked, a mandate is asked to stand in for them: a step of its own that
     * no plan wrote.
     *
     * @param consent the card that is opened if none does; it covers the same either way
     */
    record MandateTried(String stepId, String capability, String input, Consent consent)
            implements PlanEvent {}

    /** A mandate stands in for the person. */
    record ConsentMandated(String consentId, String stepId) implements PlanEvent {}

    /** A card was opened. */
    record ConsentAsked(Consent consent) implements PlanEvent {}

    /** The person agreed. */
    record ConsentGranted(String consentId) implements PlanEvent {}

    /** The person said no. */
    record ConsentRefused(String consentId) implements PlanEvent {}

    /** Nobody answered in time. */
    record ConsentExpired(String consentId) implements PlanEvent {}

    /** It covers nothing any more: the plan ended before an answer, or goes on another way. */
    record ConsentWithdrawn(String consentId) implements PlanEvent {}

    /** An answer that no longer fits. Changes nothing. */
    record ConsentAnswerDeclined(String consentId, String code, String message)
            implements PlanEvent {}

    /** A step has failed, and the planner is asked how else the plan might go on. */
    record RevisionAsked(int round, String stepId, Failure failure) implements PlanEvent {}

    /** There is no other way than the one that was chosen; the plan goes on as it was. */
    record RevisionGivenUp(int round) implements PlanEvent {}

    /** The plan goes on another way, or to what the person wants now. */
    record PlanRevised(int round, Change change) implements PlanEvent {}

    /** The plan will not go on; what was done is undone. */
    record PlanUnwinding(Outcome outcome, Failure failure) implements PlanEvent {}

    /** The task that undoes a step was sent. */
    record UndoDispatched(
            String stepId,
            String taskId,
            String capability,
            String input,
            int attempt,
            Instant deadline)
            implements PlanEvent {}

    /** An undo will be tried again. */
    record UndoRetryScheduled(String stepId, int attempt, Instant dueAt, Failure failure)
            implements PlanEvent {}

    /** A step was undone. */
    record StepUndone(String stepId, @Nullable String output) implements PlanEvent {}

    /** A step could not be undone: an operator must look. */
    record UndoFailed(String stepId, Failure failure) implements PlanEvent {}

    /** The plan is over. */
    record PlanClosed(Outcome outcome, @Nullable Failure failure, Money spent)
            implements PlanEvent {}
}
