package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;

/** How and when a good comes. */
public record Delivery(
        @Describe("When it arrives if ordered today") LocalDate deliverBy,
        @Describe("Days from the order until it arrives") int days,
        @Describe("What shipping one piece costs; 0: free (包邮)") Money shipping,
        @Describe("Shipping is free from this much on, per order of this shop") Money freeFrom) {}
