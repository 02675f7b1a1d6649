package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;

/** An authorisation that reserves nothing any more. */
public record Voided(
        @Describe("The authorisation") String authorisationId,
        @Describe("How much was given back now") Money released) {}
