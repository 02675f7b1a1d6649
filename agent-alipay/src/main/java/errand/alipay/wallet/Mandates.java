package errand.alipay.wallet;

import errand.agent.Outcome;
import errand.agent.Task;

/**
 * What people allow beforehand, and what of it is spoken for.
 *
 * <p>Promises of every adapter:
 *
 * <ul>
 *   <li>Reservations against a mandate never exceed it, however many are made at once.
 *   <li>Doing anything twice under one task id counts once and gives the same answer.
 * </ul>
 */
public interface Mandates {

    /**
     * Refused: {@code MANDATE_INVALID} for amounts that are not positive or not CNY, no payees or
     * capabilities, or an end that is past.
     */
    Outcome<OpenedMandate> open(MandateTerms wish, Task task);

    /** A closed one stays closed. Refused: {@code UNKNOWN_MANDATE}. */
    Outcome<OpenedMandate> close(CloseMandate wish, Task task);

    /**
     * Reserves all lines against one mandate of the person, the one that ends first. Refused:
     * {@code NO_MANDATE} when none covers payees, capabilities and amounts now; {@code
     * MANDATE_EXHAUSTED} when one would, but too little of it is left.
     */
    Outcome<Reserved> reserve(Reserve wish, Task task);

    /** Again says the same. Refused: {@code UNKNOWN_RESERVATION}. */
    Outcome<ReleasedReservation> release(ReleaseReservation wish, Task task);

    /** What the person allows, and what of it is left. */
    Outcome<MandateList> list(ListMandates wish, Task task);
}
