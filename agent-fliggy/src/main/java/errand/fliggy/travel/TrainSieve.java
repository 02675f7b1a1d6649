package errand.fliggy.travel;

import errand.agent.Outcome;
import errand.agent.Task;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which of a day's trains fit a wish, in which order; the same for every adapter. */
public final class TrainSieve {

    private final TrainSearch wish;
    private final Task task;

    public TrainSieve(TrainSearch wish, Task task) {
        this.wish = wish;
        this.task = task;
    }

    /** The types that are wanted, said or not. */
    public static Set<TrainType> types(TrainSearch wish) {
        List<TrainType> said = wish.types();
        if (said != null && !said.isEmpty()) {
            return EnumSet.copyOf(said);
        }
        SeatClass seatClass = wish.seatClass();
        return seatClass == null || TrainType.G.has(seatClass)
                ? EnumSet.of(TrainType.G)
                : EnumSet.of(TrainType.Z, TrainType.K);
    }

    /** The class to sell in a train of a type: the one that is wanted, or its cheapest. */
    public static SeatClass seatClass(TrainSearch wish, TrainType type) {
        return Objects.requireNonNullElse(wish.seatClass(), type.classes().getFirst());
    }

    /**
     * @param all trains of the day on the way in the wanted class, with or without seats
     */
    public Outcome<TrainOffers> sift(List<TrainOffer> all) {
        List<TrainOffer> fitting = all.stream().filter(this::fits).toList();
        int people = Trips.people(wish.people());
        List<TrainOffer> free =
                fitting.stream()
                        .filter(offer -> offer.hasSeats(people))
                        .sorted(
                                Trips.by(
                                        Objects.requireNonNullElse(
                                                wish.sortBy(), TripSort.DEPARTURE)))
                        .toList();
        List<TrainOffer> shown =
                free.stream()
                        .limit(Trips.limit(wish.limit(), Trips.USUAL_LIMIT))
                        .map(offer -> offer.because(Trips.reasons(offer, free, task)))
                        .toList();
        return Outcome.done(new TrainOffers(shown, fitting.size() - free.size()));
    }

    private boolean fits(TrainOffer offer) {
        Trips.Window window =
                new Trips.Window(
                        wish.date(),
                        wish.departAfter(),
                        wish.departBefore(),
                        wish.arriveAfter(),
                        wish.arriveBefore());
        Integer stops = offer.stops();
        return window.holds(offer)
                && types(wish).contains(offer.type())
                && offer.seatClass() == seatClass(wish, offer.type())
                && Trips.affordable(wish.maxPrice(), offer.price())
                && (!Boolean.TRUE.equals(wish.direct()) || (stops != null && stops == 0));
    }
}
