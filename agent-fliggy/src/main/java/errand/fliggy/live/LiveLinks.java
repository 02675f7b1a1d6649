package errand.fliggy.live;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.fliggy.travel.BookingLink;
import errand.fliggy.travel.BookingLinkOf;
import errand.fliggy.travel.BookingLinks;
import errand.fliggy.travel.FlightOffer;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.TrainOffer;
import errand.runtime.sandbox.Refusals;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the platform again for what an offer id says, and hands over the page it names. */
final class LiveLinks implements BookingLinks {

    private final @Nullable LiveTrains trains;
    private final @Nullable LiveFlights flights;
    private final @Nullable LiveHotels hotels;

    LiveLinks(
            @Nullable LiveTrains trains,
            @Nullable LiveFlights flights,
            @Nullable LiveHotels hotels) {
        this.trains = trains;
        this.flights = flights;
        this.hotels = hotels;
    }

    @Override
    public Outcome<BookingLink> of(BookingLinkOf wish, Task task) {
        OfferKey key = OfferKey.of(wish.offerId()).orElse(null);
        if (key == null) {
            return unknown(wish, task);
        }
        return switch (key.kind()) {
            case LiveTrains.KIND -> train(wish, key, task);
            case LiveFlights.KIND -> flight(wish, key, task);
            case LiveHotels.KIND -> hotel(wish, key, task);
            default -> unknown(wish, task);
        };
    }

    private Outcome<BookingLink> train(BookingLinkOf wish, OfferKey key, Task task) {
        return trains == null || key.asked().size() != 3
                ? unknown(wish, task)
                : trains.find(key.asked(), task)
                        .then(
                                found ->
                                        link(
                                                wish,
                                                found,
                                                TrainOffer::offerId,
                                                TrainOffer::title,
                                                task));
    }

    private Outcome<BookingLink> flight(BookingLinkOf wish, OfferKey key, Task task) {
        return flights == null || key.asked().size() != 3
                ? unknown(wish, task)
                : flights.find(key.asked(), task)
                        .then(
                                found ->
                                        link(
                                                wish,
                                                found,
                                                FlightOffer::offerId,
                                                FlightOffer::title,
                                                task));
    }

    private Outcome<BookingLink> hotel(BookingLinkOf wish, OfferKey key, Task task) {
        return hotels == null || key.asked().size() != 4
                ? unknown(wish, task)
                : hotels.find(key.asked(), task)
                        .then(
                                found ->
                                        link(
                                                wish,
                                                found,
                                                HotelOffer::offerId,
                                                HotelOffer::title,
                                                task));
    }

    private static <O> Outcome<BookingLink> link(
            BookingLinkOf wish,
            List<Listing<O>> found,
            Function<O, String> id,
            Function<O, String> title,
            Task task) {
        return found.stream()
                .filter(listing -> id.apply(listing.offer()).equals(wish.offerId()))
                .findFirst()
                .map(listing -> handedOver(wish, title.apply(listing.offer()), listing.url(), task))
                .orElseGet(() -> unknown(wish, task));
    }

    private static Outcome<BookingLink> handedOver(
            BookingLinkOf wish, String title, String url, Task task) {
        return Outcome.done(
                new BookingLink(
                        wish.offerId(),
                        title,
                        url,
                        Refusals.in(
                                task,
                                "尚未预订：请打开链接，在飞猪上自己下单和付款，价格以页面为准。",
                                "Nothing is booked yet: open the link, order and pay at Fliggy yourself; the price there counts.")));
    }

    private static Outcome<BookingLink> unknown(BookingLinkOf wish, Task task) {
        return Refusals.unknownOffer(
                task, wish.offerId(), "train.search, flight.search or hotel.search");
    }
}
