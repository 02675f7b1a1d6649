package errand.agent.reservation;

import errand.agent.Describe;

/** A hold that keeps nothing any more. */
public record Released(
        @Describe("The hold") String holdId,
        @Describe("False when it had already ended") boolean released) {}
