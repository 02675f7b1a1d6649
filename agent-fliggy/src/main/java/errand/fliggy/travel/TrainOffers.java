package errand.fliggy.travel;

import errand.agent.Describe;
import java.util.List;

/** Trains that fit. */
public record TrainOffers(
        @Describe("By departure unless said otherwise; only trains with enough seats")
                List<TrainOffer> offers,
        @Describe("How many more trains would fit but lack seats") int soldOut) {}
