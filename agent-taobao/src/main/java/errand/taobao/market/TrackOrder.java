package errand.taobao.market;

import errand.agent.Describe;

/** Which order to follow. */
public record TrackOrder(
        @Describe("From order.place, goods.order or orders.list") String orderId) {}
