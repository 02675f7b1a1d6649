package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.BookHold;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.agent.reservation.Held;
import errand.agent.reservation.HoldQuote;
import errand.agent.reservation.Quoted;
import errand.agent.reservation.ReleaseHold;
import errand.agent.reservation.Released;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.HotelOffers;
import errand.fliggy.travel.HotelQuote;
import errand.fliggy.travel.HotelSearch;
import errand.fliggy.travel.Hotels;
import errand.fliggy.travel.RoomType;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hotels of the sandbox world. */
final class SandboxHotels implements Hotels {

    private static final Pattern OFFER =
            Pattern.compile("H-([A-Z]{3}\\d{2})-([A-Z]+)-(\\d{8})-(\\d{8})");
    private static final int LONGEST_STAY = 30;

    private final Cities cities;
    private final Lodgings lodgings;
    private final Shelves shelves;
    private final Desk desk;

    SandboxHotels(Cities cities, Lodgings lodgings, Shelves shelves, Desk desk) {
        this.cities = cities;
        this.lodgings = lodgings;
        this.shelves = shelves;
        this.desk = desk;
    }

    /** What an offer id of a hotel stands for. */
    static Optional<Ware> ware(Lodgings lodgings, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            RoomType roomType = RoomType.valueOf(parts.group(2));
            LocalDate in = LocalDate.parse(parts.group(3), DateTimeFormatter.BASIC_ISO_DATE);
            LocalDate out = LocalDate.parse(parts.group(4), DateTimeFormatter.BASIC_ISO_DATE);
            return lodgings.hotel(parts.group(1))
                    .filter(hotel -> in.isBefore(out) && in.plusDays(LONGEST_STAY).isAfter(out))
                    .map(hotel -> new Rooms(lodgings, hotel, roomType, in, out));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome<HotelOffers> search(HotelSearch wish, Task task) {
        Optional<City> city = cities.find(wish.city());
        if (city.isEmpty()) {
            return Wording.unknownCity(task, wish.city(), cities);
        }
        if (!wish.checkIn().isBefore(wish.checkOut())
                || !wish.checkIn().plusDays(LONGEST_STAY).isAfter(wish.checkOut())) {
            return Wording.noNights(task, wish.checkIn(), wish.checkOut(), LONGEST_STAY - 1);
        }
        Optional<Outcome<HotelOffers>> wrong = Refusals.wrongDay(task, wish.checkIn());
        return wrong.orElseGet(() -> offers(wish, city.get(), task));
    }

    private Outcome<HotelOffers> offers(HotelSearch wish, City city, Task task) {
        int rooms = Math.max(1, Objects.requireNonNullElse(wish.rooms(), 1));
        List<Rooms> fitting =
                lodgings.in(city).stream()
                        .filter(hotel -> stars(wish) <= hotel.stars())
                        .flatMap(
                                hotel -> types(wish).stream().map(type -> rooms(wish, hotel, type)))
                        .filter(ware -> task.now().isBefore(ware.closesAt()))
                        .toList();
        List<String> items = fitting.stream().map(Rooms::itemId).toList();
        List<LocalDate> nights = wish.checkIn().datesUntil(wish.checkOut()).toList();
        Shelf shelf = shelves.look(items, nights, task.now());
        List<HotelOffer> offers =
                fitting.stream()
                        .map(ware -> ware.offer(shelf))
                        .filter(offer -> offer.roomsLeft() >= rooms)
                        .filter(offer -> affordable(wish.maxPrice(), offer.price()))
                        .sorted(Comparator.comparingLong(offer -> offer.price().amount()))
                        .toList();
        return Outcome.done(new HotelOffers(offers));
    }

    private Rooms rooms(HotelSearch wish, Hotel hotel, RoomType type) {
        return new Rooms(lodgings, hotel, type, wish.checkIn(), wish.checkOut());
    }

    private static int stars(HotelSearch wish) {
        return Objects.requireNonNullElse(wish.minStars(), 0);
    }

    private static List<RoomType> types(HotelSearch wish) {
        RoomType wanted = wish.roomType();
        return wanted == null ? Arrays.asList(RoomType.values()) : List.of(wanted);
    }

    private static boolean affordable(@Nullable Money most, Money price) {
        return most == null
                || (most.currency().equals(price.currency()) && price.amount() <= most.amount());
    }

    @Override
    public Outcome<Quoted> quote(HotelQuote wish, Task task) {
        return desk.quote(wish.offerId(), wish.rooms(), task);
    }

    @Override
    public Outcome<Held> hold(HoldQuote wish, Task task) {
        return desk.hold(wish, task);
    }

    @Override
    public Outcome<Released> release(ReleaseHold wish, Task task) {
        return desk.release(wish, task);
    }

    @Override
    public Outcome<Booked> book(BookHold wish, Task task) {
        return desk.book(wish, task);
    }

    @Override
    public Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return desk.cancel(wish, task);
    }
}
