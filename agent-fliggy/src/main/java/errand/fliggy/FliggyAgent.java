package errand.fliggy;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Railway;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import org.springframework.stereotype.Component;

/** What Fliggy can do: trains and hotels. Knows which business does it, not how. */
@Component
public final class FliggyAgent implements Agent {

    private final Railway railway;
    private final Hotels hotels;

    public FliggyAgent(Railway railway, Hotels hotels) {
        this.railway = railway;
        this.hotels = hotels;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities table = Capabilities.of("fliggy");
        trains(table);
        rooms(table);
        return table;
    }

    private void trains(Capabilities table) {
        table.can("train.search", TrainSearch.class, TrainOffers.class, railway::search)
                .described(
                        "Finds high-speed trains (高铁, 火车票, 车次) between two cities on a day, with seats left and price per person")
                .reads();
        table.can("train.quote", TrainQuote.class, Quoted.class, railway::quote)
                .described("Quotes seats in one train (火车票报价) for a number of people")
                .reads();
        table.can("train.hold", HoldQuote.class, Held.class, railway::hold)
                .described("Holds quoted seats (锁座) for some minutes without binding anybody")
                .holds()
                .undoneBy("train.release");
        table.can("train.release", ReleaseHold.class, Released.class, railway::release)
                .described("Gives held seats back (释放座位)")
                .holds()
                .forGood();
        table.can("train.book", BookHold.class, Booked.class, railway::book)
                .described("Books held seats (订火车票, 出票) at the quoted price")
                .commits()
                .undoneBy("train.cancel");
        table.can("train.cancel", CancelBooking.class, Cancelled.class, railway::cancel)
                .described("Hands train tickets back (退票); says the fee and the refund")
                .commits()
                .forGood();
    }

    private void rooms(Capabilities table) {
        table.can("hotel.search", HotelSearch.class, HotelOffers.class, hotels::search)
                .described(
                        "Finds hotel rooms (酒店, 住宿) in a city for some nights, cheapest first, with rooms left and price per night")
                .reads();
        table.can("hotel.quote", HotelQuote.class, Quoted.class, hotels::quote)
                .described("Quotes rooms of one offer (酒店报价) for all its nights")
                .reads();
        table.can("hotel.hold", HoldQuote.class, Held.class, hotels::hold)
                .described("Holds quoted rooms (留房) for some minutes without binding anybody")
                .holds()
                .undoneBy("hotel.release");
        table.can("hotel.release", ReleaseHold.class, Released.class, hotels::release)
                .described("Gives held rooms back (释放房间)")
                .holds()
                .forGood();
        table.can("hotel.book", BookHold.class, Booked.class, hotels::book)
                .described("Books held rooms (订酒店) at the quoted price")
                .commits()
                .undoneBy("hotel.cancel");
        table.can("hotel.cancel", CancelBooking.class, Cancelled.class, hotels::cancel)
                .described("Cancels a hotel booking (取消酒店); says the fee and the refund")
                .commits()
                .forGood();
    }
}
