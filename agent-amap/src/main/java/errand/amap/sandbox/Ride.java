package errand.amap.sandbox;

import errand.agent.Money;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Quote.Line;
import errand.amap.maps.Location;
import errand.amap.maps.Mode;
import errand.amap.rides.CarClass;
import errand.amap.rides.RideFees;
import errand.amap.sandbox.Estimates.Estimate;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Slot;
import errand.runtime.sandbox.Ware;
import errand.runtime.sandbox.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One ride; what runs out are the cars of its kind in the district and hour of its beginning. The
 * price that can be set is the flag-fall.
 *
 * @param area the district where it begins, from 0
 * @param pickUp when the car comes, to the minute, in China
 */
record Ride(
        Fleet fleet,
        City city,
        int area,
        CarClass car,
        LocalDateTime pickUp,
        End from,
        End to,
        double crow)
        implements Ware {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final Unit CARS = new Unit("辆", " cars");

    /** Where it begins or ends. */
    record End(String name, Location at) {}

    @Override
    public String offerId() {
        return RideIds.write(this);
    }

    @Override
    public String itemId() {
        return RideIds.item(city, area, car, pickUp.getHour());
    }

    @Override
    public List<LocalDate> days() {
        return List.of(pickUp.toLocalDate());
    }

    @Override
    public String title() {
        return "%s %s %s→%s".formatted(MINUTE.format(pickUp), car.zh(), from.name(), to.name());
    }

    @Override
    public Instant closesAt() {
        return pickUp.atZone(World.ZONE).toInstant();
    }

    @Override
    public int usualStock(LocalDate day) {
        return fleet.cars(city, area, car, day, pickUp.getHour());
    }

    /** However many ride, it is one car. */
    @Override
    public int takes(int passengers) {
        return 1;
    }

    @Override
    public Unit unit() {
        return CARS;
    }

    Estimate estimate() {
        return Estimates.of(Mode.TAXI, crow, pickUp.atZone(World.ZONE));
    }

    /** Minutes in the car. */
    int driving() {
        return Math.max(1, estimate().minutes() - Estimates.TAXI_WAIT_MINUTES);
    }

    OffsetDateTime pickUpAt() {
        return World.at(closesAt());
    }

    Money price(Shelf shelf) {
        return lines(shelf).stream().map(Line::amount).reduce(Money.cny(0), Money::plus);
    }

    private List<Line> lines(Shelf shelf) {
        long base = shelf.fen(new Slot(itemId(), pickUp.toLocalDate()), car.baseFen());
        boolean night = Estimates.isNight(pickUp.atZone(World.ZONE));
        return Fares.of(car, base, estimate(), driving(), night);
    }

    @Override
    public Quote quote(String quoteId, int passengers, Shelf shelf, OffsetDateTime validUntil) {
        return new Quote(
                quoteId,
                new Payee("amap:ride", "高德打车"),
                title(),
                lines(shelf),
                price(shelf),
                validUntil,
                RideFees.TERMS,
                Map.of(
                        "from", from.name(),
                        "to", to.name(),
                        "city", city.zh(),
                        "car", car.name(),
                        "passengers", passengers,
                        "pickUpTime", pickUpAt().toString(),
                        "arriveTime", pickUpAt().plusMinutes(driving()).toString()));
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant now) {
        return cancellationFee(quote, Instant.MIN, now);
    }

    @Override
    public Optional<Money> cancellationFee(Quote quote, Instant bookedAt, Instant now) {
        return now.isBefore(closesAt())
                ? Optional.of(RideFees.of(quote.total(), bookedAt, closesAt(), now))
                : Optional.empty();
    }
}
