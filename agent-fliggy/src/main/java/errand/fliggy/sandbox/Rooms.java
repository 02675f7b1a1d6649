package errand.fliggy.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.fliggy.travel.HotelFees;
import errand.fliggy.travel.HotelOffer;
import errand.fliggy.travel.RoomType;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rooms of one type in one hotel for some nights. */
record Rooms(
        Lodgings lodgings, Hotel hotel, RoomType roomType, LocalDate checkIn, LocalDate checkOut)
        implements Ware {

    private static final Payee HOTELS = new Payee("fliggy:hotel", "飞猪酒店");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int MOST_LINES = 7;
    private static final LocalTime LAST_ARRIVAL = LocalTime.of(23, 0);

    @Override
    public String offerId() {
        return itemId()
                + "-"
                + checkIn.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "-"
                + checkOut.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public String itemId() {
        return hotel.item(roomType);
    }

    @Override
    public List<LocalDate> days() {
        return checkIn.datesUntil(checkOut).toList();
    }

    @Override
    public String title() {
        return "%s %s %s入住 %s离店 %d晚"
                .formatted(
                        hotel.name(),
                        roomType.zh(),
                        DAY.format(checkIn),
                        DAY.format(checkOut),
                        days().size());
    }

    @Override
    public Instant closesAt() {
        return checkIn.atTime(LAST_ARRIVAL).atZone(World.ZONE).toInstant();
    }

    @Override
    public int usualStock(LocalDate day) {
        return lodgings.rooms(hotel, roomType, day);
    }

    @Override
    public Quote quote(String quoteId, int quantity, Shelf shelf, OffsetDateTime validUntil) {
        List<Line> lines = lines(quantity, shelf);
        return new Quote(
                quoteId,
                HOTELS,
                title(),
                lines,
                lines.stream().map(Line::amount).reduce(Money.cny(0), Money::plus),
                validUntil,
                HotelFees.TERMS,
                Map.of(
                        "offerId", offerId(),
                        "hotel", hotel.name(),
                        "address", hotel.address(),
                        "city", hotel.city().zh(),
                        "checkIn", checkIn.toString(),
                        "checkOut", checkOut.toString(),
                        "roomType", roomType.name(),
                        "rooms", quantity,
                        "breakfast", hotel.breakfast()));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        List<Money> nights = quote.lines().stream().map(Line::amount).toList();
        return Optional.of(HotelFees.of(nights, checkIn, World.ZONE, now));
    }

    /**
     * What is needed to choose; {@link #shown} adds what a card shows besides.
     *
     * @param kilometres from a place that was said
     */
    HotelOffer offer(Shelf shelf, @Nullable Double kilometres) {
        long sum = days().stream().mapToLong(night -> price(shelf, night).amount()).sum();
        return new HotelOffer(
                offerId(),
                hotel.name(),
                hotel.stars(),
                hotel.address(),
                roomType,
                checkIn,
                checkOut,
                left(shelf),
                hotel.breakfast(),
                Money.cny(Math.ceilDiv(sum, days().size())),
                "",
                Money.cny(sum),
                List.of(),
                hotel.position(),
                kilometres,
                "fliggy/hotel/" + hotel.id(),
                List.of());
    }

    HotelOffer shown(HotelOffer offer, Shelf shelf) {
        return offer.shown(title(), days().size() > MOST_LINES ? List.of() : lines(1, shelf));
    }

    private List<Line> lines(int quantity, Shelf shelf) {
        return days().stream()
                .map(
                        night ->
                                Line.of(
                                        roomType.zh() + " " + DAY.format(night),
                                        quantity,
                                        price(shelf, night)))
                .toList();
    }

    private Money price(Shelf shelf, LocalDate night) {
        long usual = lodgings.fen(hotel, roomType, night);
        return Money.cny(shelf.fen(new Slot(itemId(), night), usual));
    }
}
