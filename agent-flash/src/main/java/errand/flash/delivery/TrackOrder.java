package errand.flash.delivery;

import errand.agent.Describe;

/** Which order to look at. */
public record TrackOrder(@Describe("From order.commit or orders.list") String orderId) {}
