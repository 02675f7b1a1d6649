package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote;
import java.time.LocalDate;
import java.util.List;

/** One quote per seller; all are to be shown and ordered (order.place) each by itself. */
public record CartQuotes(
        @Describe("One per seller, in the order of the items; each can be ordered")
                List<Quote> quotes,
        @Describe("What comes from whom, one per quote") List<Parcel> parcels,
        @Describe("What all quotes cost together") Money total,
        @Describe("Says how many sellers are paid and how many parcels come") String note) {

    public CartQuotes {
        quotes = List.copyOf(quotes);
        parcels = List.copyOf(parcels);
    }

    /** What one seller sends. */
    public record Parcel(
            @Describe("The quote it belongs to") String quoteId,
            @Describe("Shop") String seller,
            @Describe("What is in it") List<GoodsLine> items,
            @Describe("List prices together") Money goods,
            @Describe("What member price and coupons take off, 0 or below") Money discounts,
            @Describe("Shipping of this parcel") Money shipping,
            @Describe("What this seller is paid") Money total,
            @Describe("When it arrives if ordered today") LocalDate deliverBy) {

        public Parcel {
            items = List.copyOf(items);
        }
    }
}
