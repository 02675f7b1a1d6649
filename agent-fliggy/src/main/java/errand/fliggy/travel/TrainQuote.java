package errand.fliggy.travel;

import errand.agent.Describe;

/** An offer and for how many. */
public record TrainQuote(
        @Describe("From train.search") String offerId, @Describe("How many seats") int people) {}
