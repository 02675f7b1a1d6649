package errand.fliggy.sandbox;

import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.reservation.Quoted;
import errand.fliggy.travel.Cabin;
import errand.fliggy.travel.FlightOffers;
import errand.fliggy.travel.FlightQuote;
import errand.fliggy.travel.FlightSearch;
import errand.fliggy.travel.FlightSieve;
import errand.fliggy.travel.Flights;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flights of the sandbox world. */
final class SandboxFlights extends SoldAtCounter implements Flights {

    private static final Pattern OFFER =
            Pattern.compile("F-([A-Z0-9]{2}\\d{3,6})-(\\d{8})-([A-Z]+)");

    private final Cities cities;
    private final Aviation aviation;
    private final FlightPlan plan;
    private final Shelves shelves;

    SandboxFlights(
            Cities cities, Aviation aviation, FlightPlan plan, Shelves shelves, Counter counter) {
        super(counter);
        this.cities = cities;
        this.aviation = aviation;
        this.plan = plan;
        this.shelves = shelves;
    }

    /** What an offer id of a flight stands for. */
    static Optional<Ware> ware(FlightPlan plan, String offerId) {
        Matcher parts = OFFER.matcher(offerId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = OfferIds.day(parts.group(2));
        Optional<Cabin> cabin = OfferIds.oneOf(Cabin.class, parts.group(3));
        return plan.flight(parts.group(1))
                .filter(flight -> day.isPresent() && cabin.filter(flight::has).isPresent())
                .map(flight -> new FlightSeats(plan, flight, cabin.get(), day.get()));
    }

    @Override
    public Outcome<FlightOffers> search(FlightSearch wish, Task task) {
        Optional<Outcome<FlightOffers>> wrong = wrong(wish, task);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        City from = place(wish.from()).orElseThrow();
        City to = place(wish.to()).orElseThrow();
        if (plan.between(from, to).isEmpty()) {
            return Outcome.done(new FlightOffers(List.of(), 0, nobodyFlies(from, to, task)));
        }
        return offers(wish, from, to, task);
    }

    private Optional<Outcome<FlightOffers>> wrong(FlightSearch wish, Task task) {
        for (String place : List.of(wish.from(), wish.to())) {
            if (place(place).isEmpty()) {
                return Optional.of(Wording.unknownCity(task, place, cities));
            }
        }
        if (place(wish.from()).equals(place(wish.to()))) {
            return Optional.of(TravelRefusals.sameCity(task, wish.from(), wish.to()));
        }
        String airline = wish.airline();
        if (airline != null && aviation.airline(airline).isEmpty()) {
            return Optional.of(Wording.unknownAirline(task, airline, aviation));
        }
        return Refusals.wrongDay(task, wish.date());
    }

    private Outcome<FlightOffers> offers(FlightSearch wish, City from, City to, Task task) {
        Cabin cabin = FlightSieve.cabin(wish);
        List<Airport> starts = aviation.meant(wish.from(), cities);
        List<Airport> ends = aviation.meant(wish.to(), cities);
        List<FlightSeats> all =
                plan.between(from, to).stream()
                        .filter(flight -> flight.has(cabin))
                        .filter(flight -> starts.contains(flight.from()))
                        .filter(flight -> ends.contains(flight.to()))
                        .map(flight -> new FlightSeats(plan, flight, cabin, wish.date()))
                        .filter(seats -> task.now().isBefore(seats.closesAt()))
                        .toList();
        List<String> items = all.stream().map(FlightSeats::itemId).toList();
        Shelf shelf = shelves.look(items, List.of(wish.date()), task.now());
        String airline = wish.airline();
        String code =
                airline == null ? null : aviation.airline(airline).map(Airline::iata).orElse(null);
        return new FlightSieve(wish, code, task)
                .sift(all.stream().map(seats -> seats.offer(shelf)).toList());
    }

    /** The city that is meant by its own name or that of an airport. */
    private Optional<City> place(String said) {
        return cities.find(said)
                .or(() -> aviation.meant(said, cities).stream().findFirst().map(Airport::city));
    }

    private String nobodyFlies(City from, City to, Task task) {
        City without = aviation.of(from).isEmpty() ? from : to;
        if (aviation.of(without).isEmpty()) {
            return Refusals.in(
                    task,
                    "%s没有机场，可以查附近城市的航班，或用train.search查火车。".formatted(without.zh()),
                    "%s has no airport; try flights of a city nearby, or train.search."
                            .formatted(without.en()));
        }
        int kilometres = (int) from.kilometresTo(to);
        return Refusals.in(
                task,
                "%s到%s只有约%d公里，没有航班，请用train.search查火车。".formatted(from.zh(), to.zh(), kilometres),
                "%s to %s is about %d km; nobody flies that, try train.search."
                        .formatted(from.en(), to.en(), kilometres));
    }

    @Override
    public Outcome<Quoted> quote(FlightQuote wish, Task task) {
        return desk().quote(wish.offerId(), wish.people(), task);
    }
}
