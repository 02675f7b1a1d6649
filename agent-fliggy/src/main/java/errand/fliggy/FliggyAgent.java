package errand.fliggy;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.fliggy.travel.Bookable;
import errand.fliggy.travel.BookingLink;
import errand.fliggy.travel.BookingLinkOf;
import errand.fliggy.travel.BookingLinks;
import errand.fliggy.travel.FlightCatalogue;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.HotelCatalogue;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.Searches;
import errand.fliggy.travel.TrainCatalogue;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainSearch;
import org.jspecify.annotations.Nullable;

/**
 * What Fliggy can do: what the businesses behind it can. One that finds and hands over has searches
 * and a booking link, one that sells has all the rest. Knows which business does it, not how.
 */
public final class FliggyAgent implements Agent {

    private final Searches searches;
    private final @Nullable Bookable bookable;
    private final @Nullable BookingLinks links;

    private FliggyAgent(
            Searches searches, @Nullable Bookable bookable, @Nullable BookingLinks links) {
        this.searches = searches;
        this.bookable = bookable;
        this.links = links;
    }

    /** With businesses that sell. */
    public static FliggyAgent selling(Bookable bookable) {
        return new FliggyAgent(bookable.searches(), bookable, null);
    }

    /** With a business that finds, and hands the person over for everything else. */
    public static FliggyAgent handingOver(Searches searches, BookingLinks links) {
        return new FliggyAgent(searches, null, links);
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("fliggy");
        trains(table, searches.trains());
        rooms(table, searches.hotels());
        flights(table, searches.flights());
        if (bookable != null) {
            SellingTable.add(table, bookable);
        }
        if (links != null) {
            table.can("booking.link", BookingLinkOf.class, BookingLink.class, links::of)
                    .described(
                            "Gives the seller's own page (预订链接) for an offer, where the person books and pays; nothing is booked by it")
                    .reads();
            table.limited(
                    "飞猪开放平台不能代人预订：这里能查询，给您预订链接，由您自己预订付款。",
                    "Fliggy's open platform cannot book for a person: offers can be found here, with a link (fliggy.booking.link) where the person books.");
        }
        return table;
    }

    private static void trains(Capabilities table, @Nullable TrainCatalogue trains) {
        if (trains != null) {
            table.can("train.search", TrainSearch.class, TrainOffers.class, trains::search)
                    .described(
                            "Finds trains (高铁, 动车, 火车票, 车次) between two cities on a day, by time, type, seat class and price, with seats left and price per person")
                    .reads();
        }
    }

    private static void rooms(Capabilities table, @Nullable HotelCatalogue hotels) {
        if (hotels != null) {
            table.can("hotel.search", HotelSearch.class, HotelOffers.class, hotels::search)
                    .described(
                            "Finds hotel rooms (酒店, 住宿) in a city for some nights, cheapest first unless said otherwise, by stars, area, price, room type, breakfast, words or near a place, with rooms left and price per night")
                    .reads();
        }
    }

    private static void flights(Capabilities table, @Nullable FlightCatalogue flights) {
        if (flights != null) {
            table.can("flight.search", FlightSearch.class, FlightOffers.class, flights::search)
                    .described(
                            "Finds flights (机票, 航班) between two cities on a day, cheapest first unless said otherwise, by time, airline, cabin, stops and price, with seats left and price per person, fees included")
                    .reads();
        }
    }
}
