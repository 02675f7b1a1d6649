package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be quoted. */
public record OrderQuote(
        @Describe("From shop.search") String shopId,
        @Describe("At least one, all of this shop") List<OrderLine> lines,
        @Describe("Address as the courier shall read it (送餐地址)") String deliverTo,
        @Describe(
                        "When it shall be at the door (预约送达), RFC 3339, up to two days ahead; as soon as possible when not said")
                @Nullable OffsetDateTime deliverAt) {

    /** As soon as possible. */
    public OrderQuote(String shopId, List<OrderLine> lines, String deliverTo) {
        this(shopId, lines, deliverTo, null);
    }
}
