package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;

/** An authorisation that reserves nothing any more. */
public record Voided(
        @Describe("The authorisation") String authorisationId,
        @Describe("How much was given back now") Money released,
        @Describe("One line for a card") String title,
        @Describe("When this was so") OffsetDateTime asOf) {}
