package agents.sampleshop.sessions;

import errand.agent.Describe;
import java.util.List;

/** What was found. */
public record SessionOffers(
        @Describe("The cheapest first; empty when nothing fits") List<SessionOffer> offers) {

    public SessionOffers {
        offers = List.copyOf(offers);
    }
}
