package errand.alipay.wallet;

import errand.agent.Describe;

/** Which reservation to give back. */
public record ReleaseReservation(@Describe("Id of the reservation") String reservationId) {}
