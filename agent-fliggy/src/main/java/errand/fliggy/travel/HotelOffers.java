package errand.fliggy.travel;

import errand.agent.Describe;
import java.util.List;

/** Rooms that fit. */
public record HotelOffers(
        @Describe("Cheapest first unless said otherwise; only with enough rooms")
                List<HotelOffer> offers) {}
