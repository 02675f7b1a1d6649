package errand.agent.reservation;

import errand.agent.Describe;

/** Which hold to give back. */
public record ReleaseHold(@Describe("From a hold step") String holdId) {}
