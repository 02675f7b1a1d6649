package errand.agent;

import java.util.List;
import java.util.Optional;

/**
 * What the person agreed to. The runtime has checked that {@code hash} is the hash of what was
 * shown before a handler sees this.
 *
 * @param consentId the granted consent
 * @param hash {@code sha256:<hex>} over the RFC 8785 JSON of what was shown
 * @param planId the plan that asked
 * @param total the total of the card
 * @param items the quotes on the card: payee and amount come from here and from nowhere else
 */
public record Terms(String consentId, String hash, String planId, Money total, List<Item> items) {

    public Terms {
        items = List.copyOf(items);
    }

    /** One quote on the card. */
    public record Item(String quoteId, Payee payee, Money total) {}

    /** The item of a quote, when the card shows it. */
    public Optional<Item> item(String quoteId) {
        return items.stream().filter(item -> item.quoteId().equals(quoteId)).findFirst();
    }
}
