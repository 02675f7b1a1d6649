package errand.orchestrator.planner;

import java.time.Duration;
import java.util.Optional;

/**
 * Turns words into what is to be done, and the end of a plan into words. Does nothing itself: what
 * it drafts is checked like anybody's plan. Any number of threads may call it.
 */
public interface Planner {

    /**
     * What a message asks for. Never throws for what a person may write, nor for a model that does
     * not answer.
     *
     * @param within nobody waits for the reply after that
     */
    DraftReply draft(DraftRequest request, Duration within);

    /** Another way for a plan in which a step has failed; empty when it knows none. */
    default Optional<Revision> revise(RevisionRequest request) {
        return OtherOffer.of(request);
    }

    /** How a plan ended, from what its steps returned and nothing else. */
    AnswerReply answer(AnswerRequest request);
}
