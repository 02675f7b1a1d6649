package errand.orchestrator.conversation;

import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.PlanSpec;
import org.jspecify.annotations.Nullable;

/** What the planner made of a message, or of the end of a plan. */
public sealed interface Thought {

    /** A plan that was checked against what agents can do. */
    record Drafted(PlanSpec plan, @Nullable String playbook) implements Thought {}

    /** Something is missing. */
    record Asks(Question question) implements Thought {}

    /**
     * Words for the person.
     *
     * @param citations JSON array
     * @param cards JSON
     */
    record Says(String text, String citations, String cards) implements Thought {}

    /** Another way for the rest of a plan. */
    record Revised(Change change) implements Thought {}

    /** The person would rather have another one than what they are asked about. */
    record WantsAnother() implements Thought {}

    /**
     * The person wants a running plan to be another.
     *
     * @param wanted the whole plan as it would be drafted today, checked; its id is that of the
     *     plan that runs
     * @param text what changes, in words
     */
    record Changes(PlanSpec wanted, String text) implements Thought {}

    /** The person wants what is under way stopped. */
    record Cancels() implements Thought {}

    /** Nothing came of it. */
    record Fails(Failure failure) implements Thought {}
}
