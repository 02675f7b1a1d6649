package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of a day's flights fit a wish, in which order; the same for every adapter. */
public final class FlightSieve {

    private final FlightSearch wish;
    private final @Nullable String airlineCode;
    private final Task task;

    /**
     * @param airlineCode IATA code of the wanted airline, null for any
     */
    public FlightSieve(FlightSearch wish, @Nullable String airlineCode, Task task) {
        this.wish = wish;
        this.airlineCode = airlineCode;
        this.task = task;
    }

    /** The cabin that is wanted, said or not. */
    public static Cabin cabin(FlightSearch wish) {
        return Objects.requireNonNullElse(wish.cabin(), Cabin.ECONOMY);
    }

    /**
     * @param all flights of the day on the way in the wanted cabin, with or without seats
     */
    public Outcome<FlightOffers> sift(List<FlightOffer> all) {
        List<FlightOffer> fitting = all.stream().filter(this::fits).toList();
        int people = Trips.people(wish.people());
        List<FlightOffer> free =
                fitting.stream()
                        .filter(offer -> offer.hasSeats(people))
                        .sorted(Trips.by(Objects.requireNonNullElse(wish.sortBy(), TripSort.PRICE)))
                        .toList();
        List<FlightOffer> shown =
                free.stream()
                        .limit(Trips.limit(wish.limit(), Trips.USUAL_LIMIT))
                        .map(offer -> offer.because(Trips.reasons(offer, free, task)))
                        .toList();
        return Outcome.done(new FlightOffers(shown, fitting.size() - free.size(), null));
    }

    private boolean fits(FlightOffer offer) {
        Trips.Window window =
                new Trips.Window(
                        wish.date(),
                        wish.departAfter(),
                        wish.departBefore(),
                        wish.arriveAfter(),
                        wish.arriveBefore());
        Integer maxStops = wish.maxStops();
        return window.holds(offer)
                && offer.cabin() == cabin(wish)
                && (airlineCode == null || airlineCode.equals(offer.airlineCode()))
                && (maxStops == null || offer.stops() <= maxStops)
                && Trips.affordable(wish.maxPrice(), offer.price());
    }
}
