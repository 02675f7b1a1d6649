package errand.orchestrator.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a plan. Late, repeated or unknown ones have no consequences. */
public sealed interface PlanCommand {

    /** Business time; the plan knows no other. */
    Instant at();

    /** Take the plan on. */
    record Submit(PlanSpec spec, Instant at) implements PlanCommand {}

    /** An agent did a task. */
    record ReportSucceeded(String taskId, String output, Instant at) implements PlanCommand {}

    /** A business said no, or a task will never be done because it was cancelled. */
    record ReportRefused(String taskId, Failure failure, Instant at) implements PlanCommand {}

    /** A task could not be done. */
    record ReportFailed(String taskId, Failure failure, Instant at) implements PlanCommand {}

    /** The person answered a card. */
    record AnswerConsent(String consentId, boolean granted, String hash, Instant at)
            implements PlanCommand {}

    /** The person does not want it any more. */
    record Cancel(String reason, Instant at) implements PlanCommand {}

    /** The person would rather have another one than what the open card offers. */
    record WantAnother(Instant at) implements PlanCommand {}

    /**
     * The planner's answer to how else the plan might go on.
     *
     * @param round which time it was asked
     * @param change null when there is no other way
     */
    record Revise(int round, @Nullable Change change, Instant at) implements PlanCommand {}

    /**
     * The person wants it changed.
     *
     * @param change as {@link Changing} worked it out for the plan as it is
     * @param cards ids of cards that cover nothing any more
     */
    record ChangeTo(Change change, List<String> cards, Instant at) implements PlanCommand {
        public ChangeTo {
            cards = List.copyOf(cards);
        }
    }

    /** Time has passed: whatever is due by now falls due. */
    record PassTime(Instant at) implements PlanCommand {}
}
