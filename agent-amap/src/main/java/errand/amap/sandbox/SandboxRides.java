package errand.amap.sandbox;

import static errand.runtime.sandbox.Refusals.in;
import static errand.runtime.sandbox.Refusals.refused;

import errand.agent.Outcome;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.reservation.Booked;
import errand.agent.reservation.CancelBooking;
import errand.agent.reservation.Cancelled;
import errand.amap.maps.Mode;
import errand.amap.maps.OwnPlaces;
import errand.amap.rides.CarClass;
import errand.amap.rides.OrderRide;
import errand.amap.rides.QuoteRide;
import errand.amap.rides.RideOption;
import errand.amap.rides.RideOrdered;
import errand.amap.rides.RideQuoted;
import errand.amap.rides.Rides;
import errand.amap.sandbox.Ride.End;
import errand.amap.sandbox.Whereabouts.Way;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rides in the sandbox world. */
final class SandboxRides implements Rides {

    /** No car comes sooner; time enough to agree to the price. */
    private static final Duration SOONEST = Duration.ofMinutes(10);

    private static final Duration LATEST = Duration.ofDays(7);

    private final Whereabouts whereabouts;
    private final Fleet fleet;
    private final Stockroom room;
    private final Desk desk;

    SandboxRides(Whereabouts whereabouts, Fleet fleet, RideIds ids, Stockroom room) {
        this.whereabouts = whereabouts;
        this.fleet = fleet;
        this.room = room;
        this.desk = room.desk("RIDE", offer -> ids.read(offer).map(ride -> ride));
    }

    @Override
    public Outcome<RideQuoted> quote(QuoteRide wish, Task task) {
        int passengers = wish.passengers() == null ? 1 : wish.passengers();
        Optional<Outcome<RideQuoted>> wrong = wrong(wish, passengers, task);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        OwnPlaces own = whereabouts.ownPlaces(task, wish.places());
        return whereabouts
                .way(wish.from(), wish.to(), wish.city(), own, task)
                .then(way -> quote(wish, way, passengers, task));
    }

    private static Optional<Outcome<RideQuoted>> wrong(QuoteRide wish, int people, Task task) {
        if (people < 1) {
            return Optional.of(Refusals.notPositive(task, people));
        }
        CarClass car = wish.car() == null ? CarClass.VAN : wish.car();
        if (people > car.seats()) {
            String instead =
                    people > CarClass.VAN.seats()
                            ? in(task, "多辆车", "several cars")
                            : CarClass.VAN.name();
            return Optional.of(Wording.tooManyPeople(task, people, car.seats(), instead));
        }
        OffsetDateTime at = wish.departAt();
        return at == null ? Optional.empty() : wrongTime(at.toInstant(), task);
    }

    private static Optional<Outcome<RideQuoted>> wrongTime(Instant at, Task task) {
        if (at.isBefore(task.now().minus(SOONEST))) {
            return Optional.of(
                    refused(
                            task,
                            "DATE_PASSED",
                            "%s已经过去，请选%s以后的用车时间。"
                                    .formatted(Refusals.minute(at), Refusals.minute(task.now())),
                            "%s has passed; choose a time after %s."
                                    .formatted(Refusals.minute(at), Refusals.minute(task.now()))));
        }
        Instant last = task.now().plus(LATEST);
        return at.isAfter(last)
                ? Optional.of(
                        refused(
                                task,
                                "DATE_TOO_FAR",
                                "用车最多提前%d天预约，最晚到%s。"
                                        .formatted(LATEST.toDays(), Refusals.minute(last)),
                                "Cars can be ordered %d days ahead at most, until %s."
                                        .formatted(LATEST.toDays(), Refusals.minute(last))))
                : Optional.empty();
    }

    private Outcome<RideQuoted> quote(QuoteRide wish, Way way, int passengers, Task task) {
        if (way.crow() > Estimates.reach(Mode.TAXI)) {
            return Wording.tooFar(task, Mode.TAXI, way.crow());
        }
        List<Ride> rides = rides(way, pickUp(wish.departAt(), task));
        Shelf shelf =
                room.shelves()
                        .look(
                                rides.stream().map(Ride::itemId).toList(),
                                rides.getFirst().days(),
                                task.now());
        Ride ride = chosen(rides, wish.car(), passengers, shelf);
        return desk.quote(ride.offerId(), passengers, task)
                .map(quoted -> shown(quoted.quote(), ride, rides, shelf, way, task));
    }

    private List<Ride> rides(Way way, LocalDateTime pickUp) {
        City city = way.from().city();
        int area = Fleet.area(city, way.from().at());
        End from = new End(way.from().name(), way.from().at());
        End to = new End(way.to().name(), way.to().at());
        double crow = Math.round(way.crow() * 100) / 100.0;
        return Arrays.stream(CarClass.values())
                .map(car -> new Ride(fleet, city, area, car, pickUp, from, to, crow))
                .toList();
    }

    /** As soon as possible, where nothing later was said; to the next full minute. */
    private static LocalDateTime pickUp(@Nullable OffsetDateTime asked, Task task) {
        Instant soonest = task.now().plus(SOONEST);
        Instant at =
                asked == null || asked.toInstant().isBefore(soonest) ? soonest : asked.toInstant();
        return at.plusSeconds(59)
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(World.ZONE)
                .toLocalDateTime();
    }

    /** The one that was asked for, else the cheapest that is left and large enough. */
    private static Ride chosen(
            List<Ride> rides, @Nullable CarClass car, int passengers, Shelf shelf) {
        List<Ride> fitting =
                rides.stream()
                        .filter(ride -> car == null || ride.car() == car)
                        .filter(ride -> ride.car().seats() >= passengers)
                        .toList();
        return fitting.stream()
                .filter(ride -> ride.left(shelf) > 0)
                .findFirst()
                .orElse(fitting.getFirst());
    }

    private static RideQuoted shown(
            Quote quote, Ride ride, List<Ride> all, Shelf shelf, Way way, Task task) {
        List<RideOption> options =
                all.stream()
                        .map(
                                other ->
                                        new RideOption(
                                                other.car(),
                                                in(task, other.car().zh(), other.car().en()),
                                                other.car().seats(),
                                                other.price(shelf),
                                                other.left(shelf)))
                        .sorted(Comparator.comparingLong(option -> option.price().amount()))
                        .toList();
        return new RideQuoted(
                quote,
                ride.pickUpAt(),
                ride.pickUpAt().plusMinutes(ride.driving()),
                Math.round(ride.estimate().kilometres() * 10) / 10.0,
                ride.driving(),
                options,
                in(
                        task,
                        "一口价，下单后不变；里程和时长为估算：%s到%s直线%.1f公里，按绕行系数和该时段车速推算"
                                .formatted(way.from().name(), way.to().name(), way.crow()),
                        "The price is fixed once ordered; distance and time are estimates from %.1f km as the crow flies between %s and %s, a detour factor and the usual speed at that hour"
                                .formatted(way.crow(), way.from().name(), way.to().name())));
    }

    @Override
    public Outcome<RideOrdered> order(OrderRide wish, Task task) {
        return desk.bookAtOnce(wish.quoteId(), task)
                .map(booked -> ordered(booked, desk.find(wish.quoteId(), task), task));
    }

    private RideOrdered ordered(Booked booked, Optional<Quote> quote, Task task) {
        var details = quote.orElseThrow().details();
        return new RideOrdered(
                booked.bookingId(),
                booked.quoteId(),
                booked.title(),
                booked.total(),
                booked.bookedAt(),
                OffsetDateTime.parse(text(details.get("pickUpTime"))),
                text(details.get("from")),
                text(details.get("to")),
                CarClass.valueOf(text(details.get("car"))),
                fleet.driver(booked.bookingId()),
                fleet.plate(booked.bookingId()),
                booked.cancellation(),
                in(
                        task,
                        "沙箱订单：司机和车牌是虚构的，没有真实车辆。",
                        "An order of the sandbox: driver and plate are made up, no real car comes."));
    }

    private static String text(@Nullable Object detail) {
        return String.valueOf(detail);
    }

    @Override
    public Outcome<Cancelled> cancel(CancelBooking wish, Task task) {
        return desk.cancel(wish, task);
    }
}
