package errand.flash;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** A shop that delivers there. */
record ShopOffer(
        @Describe("Its id") String shopId,
        @Describe("Its name") String name,
        @Describe("What kind of shop") String kind,
        @Describe("How far away") int metres,
        @Describe("Whether it delivers now") boolean openNow,
        @Describe("When it delivers") String hours,
        @Describe("Estimated minutes to the door") int minutes,
        @Describe("Order at least this") Money minimumOrder,
        @Describe("For delivery") Money deliveryFee,
        @Describe("What fits, cheapest first") List<MenuItem> items) {}
