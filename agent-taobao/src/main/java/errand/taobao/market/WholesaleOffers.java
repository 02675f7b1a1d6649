package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;

/** Goods by the box, from factories and wholesalers. */
public record WholesaleOffers(
        @Describe(
                        "Cheapest unit price first, 20 at most; those whose minimum is above the wanted quantity last")
                List<WholesaleOffer> offers) {

    public WholesaleOffers {
        offers = List.copyOf(offers);
    }

    /** One of them. */
    public record WholesaleOffer(
            @Describe("What wholesale.quote and cart.quote take") String skuId,
            @Describe("What it is") String title,
            @Describe("Factory or wholesaler (厂家)") String seller,
            @Describe("Fewest pieces one can order (起订量)") int minimum,
            @Describe("Prices by quantity (阶梯价), ascending; the first begins at the minimum")
                    List<PriceTier> tiers,
            @Describe("Pieces the price below is for") int quantity,
            @Describe("Price of one piece at that quantity") Money unit,
            @Describe("What that many cost, shipping included") Money payable,
            @Describe("Whether the wanted quantity reaches the minimum") boolean enough,
            @Describe("Pieces left today") int stock,
            @Describe("When it arrives if ordered today") LocalDate deliverBy,
            @Describe("Reference of a picture") String image) {

        public WholesaleOffer {
            tiers = List.copyOf(tiers);
        }
    }
}
