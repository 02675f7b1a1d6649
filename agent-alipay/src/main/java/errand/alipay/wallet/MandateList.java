package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** Mandates of a person. */
public record MandateList(
        @Describe("One line for a card") String title,
        @Describe("What all open ones together still allow") Money remaining,
        @Describe("The one that ends first in front") List<Mandate> mandates) {

    public MandateList {
        mandates = List.copyOf(mandates);
    }
}
