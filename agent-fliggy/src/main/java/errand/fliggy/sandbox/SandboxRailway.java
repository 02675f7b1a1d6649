package errand.fliggy.sandbox;

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
import errand.fliggy.travel.Railway;
import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainOffer;
import errand.fliggy.travel.TrainOffers;
import errand.fliggy.travel.TrainQuote;
import errand.fliggy.travel.TrainSearch;
import errand.runtime.sandbox.Desk;
import errand.runtime.sandbox.Refusals;
import errand.runtime.sandbox.Shelf;
import errand.runtime.sandbox.Shelves;
import errand.runtime.sandbox.Ware;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trains of the sandbox world. */
final class SandboxRailway implements Railway {

    private static final Pattern OFFER = Pattern.compile("T-(G\\d+)-(\\d{8})-([A-Z]+)");

    private final Cities cities;
    private final Timetable timetable;
    private final Shelves shelves;
    private final Desk desk;

    SandboxRailway(Cities cities, Timetable timetable, Shelves shelves, Desk desk) {
        this.cities = cities;
        this.timetable = timetable;
        this.shelves = shelves;
        this.desk = desk;
    }

    /** What an offer id of a train stands for. */
    static Optional<Ware> ware(Timetable timetable, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            SeatClass seatClass = SeatClass.valueOf(parts.group(3));
            return timetable
                    .train(parts.group(1))
                    .map(train -> new Seats(timetable, train, seatClass, day));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
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
            return Wording.sameCity(task, wish.from(), wish.to());
        }
        Optional<Outcome<TrainOffers>> wrong = Refusals.wrongDay(task, wish.date());
        return wrong.orElseGet(() -> offers(wish, from.get(), to.get(), task));
    }

    private Outcome<TrainOffers> offers(TrainSearch wish, City from, City to, Task task) {
        SeatClass seatClass = Objects.requireNonNullElse(wish.seatClass(), SeatClass.SECOND);
        int people = Math.max(1, Objects.requireNonNullElse(wish.people(), 1));
        List<Seats> fitting =
                timetable.between(from, to).stream()
                        .map(train -> new Seats(timetable, train, seatClass, wish.date()))
                        .filter(seats -> task.now().isBefore(seats.closesAt()))
                        .filter(seats -> inTime(seats.train(), wish))
                        .toList();
        List<String> items = fitting.stream().map(Seats::itemId).toList();
        Shelf shelf = shelves.look(items, List.of(wish.date()), task.now());
        List<TrainOffer> offers =
                fitting.stream()
                        .map(seats -> seats.offer(shelf))
                        .filter(offer -> offer.seatsLeft() >= people)
                        .toList();
        return Outcome.done(new TrainOffers(offers, fitting.size() - offers.size()));
    }

    private static boolean inTime(Train train, TrainSearch wish) {
        OffsetDateTime arrives = train.arrivesOn(wish.date());
        LocalTime after = wish.departAfter();
        LocalTime before = wish.departBefore();
        LocalTime arriveBefore = wish.arriveBefore();
        return (after == null || !train.departs().isBefore(after))
                && (before == null || !train.departs().isAfter(before))
                && (arriveBefore == null
                        || (arrives.toLocalDate().equals(wish.date())
                                && !arrives.toLocalTime().isAfter(arriveBefore)));
    }

    @Override
    public Outcome<Quoted> quote(TrainQuote wish, Task task) {
        return desk.quote(wish.offerId(), wish.people(), task);
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
