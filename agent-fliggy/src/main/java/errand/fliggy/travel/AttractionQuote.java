package errand.fliggy.travel;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** An offer and for whom; at least one ticket, nobody's identity is asked. */
public record AttractionQuote(
        @Describe("From attraction.search") String offerId,
        @Describe("Adults 成人; 0 when not said and others are") @Nullable Integer adults,
        @Describe("Children 儿童, 6 to 17 years") @Nullable Integer children,
        @Describe("Seniors 老人, 60 years and older") @Nullable Integer seniors) {}
