package errand.flash.delivery;

import errand.agent.Describe;

/** Which order to cancel. */
public record CancelOrder(@Describe("From order.commit") String orderId) {}
