package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A binding price. */
public record OrderQuoted(
        Quote quote,
        @Describe(
                        "What is missing to the minimum order; missing when nothing is. An order below it is refused BELOW_MINIMUM, with this in its details")
                @Nullable Money belowMinimumBy,
        @Describe("Estimated minutes to the door after the order") int etaMinutes,
        @Describe("When it would be at the door (预计送达) if it were ordered now")
                OffsetDateTime arrivesAt) {}
