package errand.taobao.market;

import errand.agent.Describe;

/** Which order to cancel. */
public record CancelOrder(@Describe("From goods.order") String orderId) {}
