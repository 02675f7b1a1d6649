package errand.taobao.market;

import errand.agent.Describe;

/** Which order to cancel. */
public record CancelOrder(
        @Describe("From order.place, goods.order or orders.list") String orderId) {}
