package errand.fliggy.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.fliggy.travel.Railway;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.fliggy.travel.TrainSieve;
import errand.fliggy.travel.TrainType;
import errand.fliggy.travel.TravelRefusals;
import errand.runtime.sandbox.Counter;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.SoldAtCounter;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trains of the sandbox world. */
final class SandboxRailway extends SoldAtCounter implements Railway {

    private static final Pattern OFFER = Pattern.compile("T-([GDZK]\\d+)-(\\d{8})-([A-Z_]+)");

    private final Cities cities;
    private final Timetable timetable;
    private final Shelves shelves;

    SandboxRailway(Cities cities, Timetable timetable, Shelves shelves, Counter counter) {
        super(counter);
        this.cities = cities;
        this.timetable = timetable;
        this.shelves = shelves;
    }

    /** What an offer id of a train stands for. */
    static Optional<Ware> ware(Timetable timetable, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = OfferIds.day(parts.group(2));
        Optional<SeatClass> seatClass = OfferIds.oneOf(SeatClass.class, parts.group(3));
        return timetable
                .train(parts.group(1))
                .filter(train -> day.isPresent() && seatClass.filter(train.type()::has).isPresent())
                .map(train -> new Seats(timetable, train, seatClass.get(), day.get()));
    }

    @Override
    public Outcome<TrainOffers> search(TrainSearch wish, Task task) {
        Optional<City> from = cities.find(wish.from());
        Optional<City> to = cities.find(wish.to());
        if (from.isEmpty() || to.isEmpty()) {
            String unknown = from.isEmpty() ? wish.from() : wish.to();
            return Wording.unknownCity(task, unknown, cities);
        }
        if (from.equals(to)) {
            return TravelRefusals.sameCity(task, wish.from(), wish.to());
        }
        Optional<Outcome<TrainOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(() -> offers(wish, from.get(), to.get(), task));
    }

    private Outcome<TrainOffers> offers(TrainSearch wish, City from, City to, Task task) {
        Set<TrainType> types = TrainSieve.types(wish);
        List<Seats> all =
                timetable.all(from, to).stream()
                        .filter(train -> types.contains(train.type()))
                        .map(train -> seats(train, wish))
                        .filter(seats -> seats.train().type().has(seats.seatClass()))
                        .filter(seats -> task.now().isBefore(seats.closesAt()))
                        .toList();
        List<String> items = all.stream().map(Seats::itemId).toList();
        Shelf shelf = shelves.look(items, List.of(wish.date()), task.now());
        return new TrainSieve(wish, task)
                .sift(all.stream().map(seats -> seats.offer(shelf)).toList());
    }

    private Seats seats(Train train, TrainSearch wish) {
        return new Seats(timetable, train, TrainSieve.seatClass(wish, train.type()), wish.date());
    }

    @Override
    public Outcome<Quoted> quote(TrainQuote wish, Task task) {
        return desk().quote(wish.offerId(), wish.people(), task);
    }
}
