package agents.sampleshop.sessions;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** A session that can be quoted. */
public record SessionOffer(
        @Describe("What session.quote takes") String offerId,
        @Describe("What it is and when, in one line") String title,
        @Describe("When it begins") OffsetDateTime startsAt,
        @Describe("How long it takes, in minutes") int minutes,
        @Describe("Places left (余位)") int placesLeft,
        @Describe("Price for one person") Money price,
        @Describe("Price for all who take part") Money total) {}
