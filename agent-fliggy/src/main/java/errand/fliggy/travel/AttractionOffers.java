package errand.fliggy.travel;

import errand.agent.Describe;
import java.util.List;

/** Attractions that fit. */
public record AttractionOffers(
        @Describe("What fits the words best first, else by name; only with enough tickets")
                List<AttractionOffer> offers,
        @Describe("How many more would fit but lack tickets") int soldOut) {}
