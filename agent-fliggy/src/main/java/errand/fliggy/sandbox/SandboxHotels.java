package errand.fliggy.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.HotelSieve;
import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.Position;
import errand.fliggy.travel.RoomType;
import errand.fliggy.travel.TravelRefusals;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.SoldAtDesk;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hotels of the sandbox world. */
final class SandboxHotels extends SoldAtDesk implements Hotels {

    private static final Pattern OFFER =
            Pattern.compile("H-([A-Za-z0-9]{1,20})-([A-Z]+)-(\\d{8})-(\\d{8})");

    private final Cities cities;
    private final Lodgings lodgings;
    private final Shelves shelves;

    SandboxHotels(Cities cities, Lodgings lodgings, Shelves shelves, Desk desk) {
        super(desk);
        this.cities = cities;
        this.lodgings = lodgings;
        this.shelves = shelves;
    }

    /** What an offer id of a hotel stands for. */
    static Optional<Ware> ware(Lodgings lodgings, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<RoomType> roomType = OfferIds.oneOf(RoomType.class, parts.group(2));
        Optional<LocalDate> in = OfferIds.day(parts.group(3));
        Optional<LocalDate> out = OfferIds.day(parts.group(4));
        if (roomType.isEmpty()
                || in.isEmpty()
                || out.isEmpty()
                || !TravelRefusals.isStay(in.get(), out.get())) {
            return Optional.empty();
        }
        return lodgings.hotel(parts.group(1))
                .map(hotel -> new Rooms(lodgings, hotel, roomType.get(), in.get(), out.get()));
    }

    @Override
    public Outcome<HotelOffers> search(HotelSearch wish, Task task) {
        Optional<City> city = cities.find(wish.city());
        if (city.isEmpty()) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        if (!TravelRefusals.isStay(wish.checkIn(), wish.checkOut())) {
            return TravelRefusals.noNights(task, wish.checkIn(), wish.checkOut());
        }
        Optional<Outcome<HotelOffers>> wrong = Refusals.wrongDay(task, wish.checkIn());
        return wrong.orElseGet(() -> offers(wish, city.get(), task));
    }

    private Outcome<HotelOffers> offers(HotelSearch wish, City city, Task task) {
        String text = wish.text();
        List<Hotel> hotels =
                text == null || text.isBlank() ? lodgings.in(city) : lodgings.fitting(city, text);
        List<Rooms> wanted =
                hotels.stream()
                        .filter(hotel -> HotelSieve.near(wish, hotel.position()))
                        .flatMap(
                                hotel -> types(wish).stream().map(type -> rooms(wish, hotel, type)))
                        .filter(ware -> task.now().isBefore(ware.closesAt()))
                        .toList();
        List<String> items = wanted.stream().map(Rooms::itemId).toList();
        List<LocalDate> nights = wish.checkIn().datesUntil(wish.checkOut()).toList();
        Shelf shelf = shelves.look(items, nights, task.now());
        Map<String, Rooms> byOffer = new LinkedHashMap<>();
        wanted.forEach(ware -> byOffer.put(ware.offerId(), ware));
        List<HotelOffer> all =
                wanted.stream()
                        .map(ware -> ware.offer(shelf, kilometres(wish, ware.hotel())))
                        .toList();
        return new HotelSieve(wish, task)
                .sift(all)
                .map(found -> shown(found, offer -> rooms(byOffer, offer).shown(offer, shelf)));
    }

    private static Rooms rooms(Map<String, Rooms> byOffer, HotelOffer offer) {
        return Objects.requireNonNull(byOffer.get(offer.offerId()));
    }

    private static HotelOffers shown(HotelOffers found, UnaryOperator<HotelOffer> card) {
        return new HotelOffers(found.offers().stream().map(card).toList());
    }

    private Rooms rooms(HotelSearch wish, Hotel hotel, RoomType type) {
        return new Rooms(lodgings, hotel, type, wish.checkIn(), wish.checkOut());
    }

    private static List<RoomType> types(HotelSearch wish) {
        RoomType wanted = wish.roomType();
        return wanted == null ? Arrays.asList(RoomType.values()) : List.of(wanted);
    }

    private static @Nullable Double kilometres(HotelSearch wish, Hotel hotel) {
        Position near = wish.near();
        return near == null ? null : Math.round(near.kilometresTo(hotel.position()) * 10) / 10.0;
    }

    @Override
    public Outcome<Quoted> quote(HotelQuote wish, Task task) {
        return desk().quote(wish.offerId(), wish.rooms(), task);
    }
}
