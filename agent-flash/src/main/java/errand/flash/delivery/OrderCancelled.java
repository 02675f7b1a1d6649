package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A cancelled order and what that costs. */
public record OrderCancelled(
        @Describe("The order") String orderId,
        @Describe("True: it is cancelled, now or before") boolean cancelled,
        @Describe("What is kept back") Money fee,
        @Describe("What is given back") Money refund,
        @Describe("When") OffsetDateTime cancelledAt) {}
