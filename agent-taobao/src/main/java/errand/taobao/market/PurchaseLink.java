package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;

/** Where the person can buy it; nothing is ordered. */
public record PurchaseLink(
        @Describe("The good") String skuId,
        @Describe("What it is") String title,
        @Describe("Shop") String seller,
        @Describe("What it costs as far as the vendor says") Money payable,
        @Describe("Page of the vendor where it can be bought; to be opened by the person")
                String url,
        @Describe("Says that nothing was ordered and what the person has to do") String note) {}
