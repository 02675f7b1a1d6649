package errand.fliggy;

import errand.agent.Capabilities;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.ChangeBooking;
import errand.agent.reservation.ChangeQuoted;
import errand.agent.reservation.Changed;
import errand.agent.reservation.Changes;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.QuoteChange;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.agent.reservation.Reservations;
import errand.fliggy.travel.AttractionOffers;
import errand.fliggy.travel.AttractionQuote;
import errand.fliggy.travel.AttractionSearch;
import errand.fliggy.travel.Attractions;
import errand.fliggy.travel.BookTickets;
import errand.fliggy.travel.Bookable;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.Itinerary;
import errand.fliggy.travel.ItineraryOf;
import errand.fliggy.travel.TrainQuote;

/** What an agent can do beside finding, when the businesses behind it sell. */
final class SellingTable {

    private SellingTable() {}

    static void add(Capabilities table, Bookable bookable) {
        table.can("train.quote", TrainQuote.class, Quoted.class, bookable.trains()::quote)
                .described("Quotes seats in one train (火车票报价) for a number of people")
                .reads();
        reservations(table, "train", "seats (锁座)", "train tickets (火车票)", bookable.trains());
        changes(table, "train", "train tickets (火车票改签)", bookable.trains());
        table.can("hotel.quote", HotelQuote.class, Quoted.class, bookable.hotels()::quote)
                .described("Quotes rooms of one offer (酒店报价) for all its nights")
                .reads();
        reservations(table, "hotel", "rooms (留房)", "hotel rooms (酒店)", bookable.hotels());
        table.can("flight.quote", FlightQuote.class, Quoted.class, bookable.flights()::quote)
                .described(
                        "Quotes seats in one flight (机票报价) for a number of adults, with airport fee (机建), fuel (燃油), baggage and fare rules")
                .reads();
        reservations(table, "flight", "seats (占座)", "flight tickets (机票)", bookable.flights());
        changes(table, "flight", "flight tickets (机票改签, 改期)", bookable.flights());
        attractions(table, bookable.attractions());
        table.can("itinerary.of", ItineraryOf.class, Itinerary.class, bookable.itineraries()::of)
                .described(
                        "Lists what the person has booked (行程, 我的订单) in a period, in order, and says what does not fit together: overlaps, gaps, nights without a hotel")
                .reads();
    }

    private static void reservations(
            Capabilities table, String noun, String held, String booked, Reservations business) {
        table.can(noun + ".hold", HoldQuote.class, Held.class, business::hold)
                .described("Holds quoted " + held + " for some minutes without binding anybody")
                .holds()
                .undoneBy(noun + ".release");
        table.can(noun + ".release", ReleaseHold.class, Released.class, business::release)
                .described("Gives held " + held + " back (释放)")
                .holds()
                .forGood();
        table.can(noun + ".book", BookHold.class, Booked.class, business::book)
                .described("Books held " + booked + " at the quoted price (预订, 出票)")
                .commits()
                .undoneBy(noun + ".cancel");
        table.can(noun + ".cancel", CancelBooking.class, Cancelled.class, business::cancel)
                .described("Cancels " + booked + " (退订, 退票); says the fee and the refund")
                .commits()
                .forGood();
    }

    private static void changes(Capabilities table, String noun, String what, Changes business) {
        table.can(
                        noun + "-change.quote",
                        QuoteChange.class,
                        ChangeQuoted.class,
                        business::quoteChange)
                .described(
                        "Quotes changing booked "
                                + what
                                + " into another offer: what is to pay or given back, and the change fee")
                .reads();
        table.can(noun + ".change", ChangeBooking.class, Changed.class, business::change)
                .described(
                        "Changes booked "
                                + what
                                + " at the agreed quote; the old seat is given back only when the new one is booked. Says what is to pay and what is given back")
                .commits()
                .forGood();
    }

    private static void attractions(Capabilities table, Attractions business) {
        table.can(
                        "attraction.search",
                        AttractionSearch.class,
                        AttractionOffers.class,
                        business::search)
                .described(
                        "Finds tickets of attractions (景点门票) in a city on a day, by name or kind, with time slots and prices for adults, children and seniors")
                .reads();
        table.can("attraction.quote", AttractionQuote.class, Quoted.class, business::quote)
                .described("Quotes tickets (门票报价) for adults, children (儿童) and seniors (老人)")
                .reads();
        table.can("attraction.book", BookTickets.class, Booked.class, business::book)
                .described("Books quoted tickets (订门票) of an attraction")
                .commits()
                .undoneBy("attraction.cancel");
        table.can("attraction.cancel", CancelBooking.class, Cancelled.class, business::cancel)
                .described("Cancels tickets of an attraction (退门票); says the fee and the refund")
                .commits()
                .forGood();
    }
}
