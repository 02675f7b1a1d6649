package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;

/** Hands a person over to the seller, where nobody else may book. */
public interface BookingLinks {

    /**
     * The seller's page for an offer that a search has given lately. Books nothing. Refused: {@code
     * UNKNOWN_OFFER}.
     */
    Outcome<BookingLink> of(BookingLinkOf wish, Task task);
}
