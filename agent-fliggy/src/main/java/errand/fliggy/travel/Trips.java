package errand.fliggy.travel;

import errand.agent.Money;
import errand.agent.Task;
import errand.runtime.sandbox.Refusals;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sifts and orders trips of a day, the same for every adapter. */
final class Trips {

    /** How many offers an answer has at most when nothing is said. */
    static final int USUAL_LIMIT = 60;

    private static final int LARGEST_LIMIT = 100;

    private Trips() {}

    /** When a trip may begin and end; null is any time. */
    record Window(
            LocalDate day,
            @Nullable LocalTime departAfter,
            @Nullable LocalTime departBefore,
            @Nullable LocalTime arriveAfter,
            @Nullable LocalTime arriveBefore) {

        boolean holds(Trip trip) {
            LocalTime departs = trip.departAt().toLocalTime();
            return (departAfter == null || !departs.isBefore(departAfter))
                    && (departBefore == null || !departs.isAfter(departBefore))
                    && (arriveBefore == null || arrivesBefore(trip.arriveAt(), arriveBefore))
                    && (arriveAfter == null || arrivesAfter(trip.arriveAt(), arriveAfter));
        }

        private boolean arrivesBefore(OffsetDateTime arrives, LocalTime latest) {
            return !arrives.toLocalDateTime().isAfter(day.atTime(latest));
        }

        private boolean arrivesAfter(OffsetDateTime arrives, LocalTime earliest) {
            return !arrives.toLocalDateTime().isBefore(day.atTime(earliest));
        }
    }

    static Comparator<Trip> by(TripSort order) {
        Comparator<Trip> departure = Comparator.comparing(Trip::departAt);
        Comparator<Trip> first =
                switch (order) {
                    case DEPARTURE -> departure;
                    case ARRIVAL -> Comparator.comparing(Trip::arriveAt);
                    case PRICE -> Comparator.comparingLong(trip -> trip.price().amount());
                    case DURATION -> Comparator.comparingInt(Trip::minutes);
                };
        return first.thenComparing(departure).thenComparing(Trip::offerId);
    }

    static boolean affordable(@Nullable Money most, Money price) {
        return most == null
                || (most.currency().equals(price.currency()) && price.amount() <= most.amount());
    }

    static int people(@Nullable Integer said) {
        return Math.max(1, Objects.requireNonNullElse(said, 1));
    }

    static int limit(@Nullable Integer said, int usual) {
        return Math.clamp(Objects.requireNonNullElse(said, usual), 1, LARGEST_LIMIT);
    }

    /** What speaks for one among all that fit. */
    static List<String> reasons(Trip trip, List<? extends Trip> all, Task task) {
        List<String> reasons = new ArrayList<>();
        if (all.stream().noneMatch(other -> other.price().amount() < trip.price().amount())) {
            reasons.add(Refusals.in(task, "价格最低", "Cheapest"));
        }
        if (all.stream().noneMatch(other -> other.minutes() < trip.minutes())) {
            reasons.add(Refusals.in(task, "用时最短", "Fastest"));
        }
        if (all.stream().noneMatch(other -> other.arriveAt().isBefore(trip.arriveAt()))) {
            reasons.add(Refusals.in(task, "最早到达", "Arrives first"));
        }
        Integer left = trip.seatsLeft();
        if (left != null && left < 10) {
            reasons.add(Refusals.in(task, "仅剩%d张".formatted(left), "Only %d left".formatted(left)));
        }
        return reasons;
    }
}
