package errand.fliggy.sandbox;

import errand.fliggy.travel.Cabin;
import errand.runtime.sandbox.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every flight of the world, its fare and its seats on a day: a pure function of the seed. */
final class FlightPlan {

    /** Nobody flies where a train takes an hour and a half. */
    static final int SHORTEST_KILOMETRES = 300;

    private static final int PER_PAIR = 6;
    private static final int AIRLINES_PER_PAIR = 3;
    private static final int FIRST_DEPARTURE = 6 * 60 + 40;
    private static final int LAST_DEPARTURE = 22 * 60;

    private final long seed;
    private final Aviation aviation;
    private final Holidays holidays = Holidays.shipped();
    private final Map<String, Flight> byNumber = new HashMap<>();
    private final Map<String, List<Flight>> byPair = new HashMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    /**
     * @param size how many times as many flights as usual
     */
    FlightPlan(long seed, int size, Cities cities, Aviation aviation) {
        this.seed = seed;
        this.aviation = aviation;
        for (City from : cities.all()) {
            for (City to : cities.all()) {
                if (fly(from, to)) {
                    List<Flight> flights = flights(from, to, PER_PAIR * size);
                    flights.forEach(flight -> byNumber.put(flight.number(), flight));
                    byPair.put(from.code() + to.code(), flights);
                }
            }
        }
    }

    /** Flights from one city to another, by departure. */
    List<Flight> between(City from, City to) {
        return byPair.getOrDefault(from.code() + to.code(), List.of());
    }

    Optional<Flight> flight(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /**
     * A fare on a day without fees, to ten yuan: in economy between half and a good third above the
     * ordinary one, more on Fridays, Sundays and around public holidays.
     */
    long fen(Flight flight, Cabin cabin, LocalDate day) {
        Chance chance = Chance.of(seed, "fare", flight.number(), day);
        long percent = chance.between(55, 120);
        if (day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            percent += 15;
        }
        if (holidays.busy(day)) {
            percent += 45;
        }
        long share = cabin == Cabin.ECONOMY ? percent : Math.max(100, percent);
        return flight.fen() * cabin.percent() / 100 * share / 100 / 1000 * 1000;
    }

    /** Seats on sale for a day before anything is held here; one flight in ten is sold out. */
    int seats(Flight flight, Cabin cabin, LocalDate day) {
        Chance chance = Chance.of(seed, "cabin", flight.item(cabin), day);
        if (!flight.has(cabin) || chance.in100(holidays.busy(day) ? 35 : 10)) {
            return 0;
        }
        return switch (cabin) {
            case ECONOMY -> chance.in100(20) ? chance.between(1, 9) : chance.between(10, 140);
            case BUSINESS -> chance.between(0, 8);
            case FIRST -> chance.between(0, 4);
        };
    }

    private boolean fly(City from, City to) {
        return !from.equals(to)
                && !aviation.of(from).isEmpty()
                && !aviation.of(to).isEmpty()
                && from.kilometresTo(to) >= SHORTEST_KILOMETRES;
    }

    private List<Flight> flights(City from, City to, int count) {
        Chance chance = Chance.of(seed, "flights", from.code(), to.code());
        List<Airline> here = airlines(chance);
        List<Flight> flights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int span = LAST_DEPARTURE - FIRST_DEPARTURE;
            int departs = FIRST_DEPARTURE + span * i / count + chance.between(0, span / count / 2);
            flights.add(flight(from, to, departs / 5 * 5, here.get(i % here.size()), chance));
        }
        flights.sort(Comparator.comparing(Flight::departs));
        return List.copyOf(flights);
    }

    private Flight flight(City from, City to, int departs, Airline airline, Chance chance) {
        Airport start = oneOf(aviation.of(from), chance);
        Airport end = oneOf(aviation.of(to), chance);
        int kilometres = (int) start.position().kilometresTo(end.position());
        int stops = kilometres > 1200 && chance.in100(12) ? 1 : 0;
        int minutes = (35 + kilometres * 60 / 760 + stops * 85 + chance.between(0, 3) * 5) / 5 * 5;
        long yuan = 260 + kilometres * 62L / 100;
        long percent = 100 - stops * 12 - (airline.lowCost() ? 15 : 0);
        return new Flight(
                number(airline),
                airline,
                start,
                end,
                LocalTime.of(departs / 60, departs % 60),
                minutes,
                stops,
                kilometres,
                yuan * percent / 100 * 100);
    }

    /** A few share a pair of cities, so that each has several flights a day. */
    private List<Airline> airlines(Chance chance) {
        Set<Airline> drawn = new LinkedHashSet<>();
        while (drawn.size() < AIRLINES_PER_PAIR) {
            drawn.add(airline(chance.between(1, 100)));
        }
        return List.copyOf(drawn);
    }

    private String number(Airline airline) {
        return airline.iata() + lastNumbers.merge(airline.iata(), 1001, (last, one) -> last + 1);
    }

    private Airline airline(int drawn) {
        int sum = 0;
        for (Airline airline : aviation.airlines()) {
            sum += airline.share();
            if (drawn <= sum) {
                return airline;
            }
        }
        return aviation.airlines().getLast();
    }

    private static Airport oneOf(List<Airport> airports, Chance chance) {
        return airports.get(chance.between(0, airports.size() - 1));
    }
}
