package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;

/** What is to be quoted. */
public record OrderQuote(
        @Describe("From shop.search") String shopId,
        @Describe("At least one, all of this shop") List<OrderLine> lines,
        @Describe("Address as the courier shall read it (送餐地址)") String deliverTo) {}
