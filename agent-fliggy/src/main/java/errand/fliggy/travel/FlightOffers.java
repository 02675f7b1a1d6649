package errand.fliggy.travel;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flights that fit. */
public record FlightOffers(
        @Describe("Cheapest first unless said otherwise; only flights with enough seats")
                List<FlightOffer> offers,
        @Describe("How many more flights would fit but lack seats") int soldOut,
        @Describe("Why there is none, where nobody flies, and what to try instead")
                @Nullable String note) {}
