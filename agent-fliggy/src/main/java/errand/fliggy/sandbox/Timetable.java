package errand.fliggy.sandbox;

import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainType;
import errand.runtime.sandbox.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every train of the world, its price and its seats on a day: a pure function of the seed. */
final class Timetable {

    /** The first cities have more trains; their numbers were given out before there were others. */
    static final int FIRST_CITIES = 12;

    private static final int NUMBERS_OF_FIRST = 40;
    private static final int NUMBERS_OF_OTHERS = 12;

    private final long seed;
    private final Holidays holidays = Holidays.shipped();
    private final Map<String, Train> byNumber = new HashMap<>();
    private final Map<String, List<Train>> byPair = new HashMap<>();

    Timetable(long seed, Cities cities) {
        this(seed, 1, cities);
    }

    /**
     * @param size how many times as many ordinary trains as usual
     */
    Timetable(long seed, int size, Cities cities) {
        this.seed = seed;
        HighSpeed fast = new HighSpeed(seed);
        OrdinaryTrains ordinary = new OrdinaryTrains(seed, 2 * size);
        RailDistances distances = RailDistances.shipped();
        int number = 1;
        int pair = 0;
        for (List<City> ends : pairs(cities.all())) {
            City one = ends.getFirst();
            City other = ends.getLast();
            int kilometres = distances.between(one, other);
            boolean first = cities.all().indexOf(other) < FIRST_CITIES;
            int count = first ? many(kilometres) : 5;
            List<Train> there = fast.trains(one, other, kilometres, count, number);
            List<Train> back = fast.trains(other, one, kilometres, count, number + 1);
            add(one, other, there, ordinary.trains(one, other, kilometres, pair, false));
            add(other, one, back, ordinary.trains(other, one, kilometres, pair, true));
            number += first ? NUMBERS_OF_FIRST : NUMBERS_OF_OTHERS;
            pair++;
        }
    }

    /** High-speed trains from one city to another, by departure. */
    List<Train> between(City from, City to) {
        return all(from, to).stream().filter(train -> train.type() == TrainType.G).toList();
    }

    /** Trains of every type from one city to another, by departure. */
    List<Train> all(City from, City to) {
        return byPair.getOrDefault(from.code() + to.code(), List.of());
    }

    Optional<Train> train(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** A ticket on a day: Fridays and Sundays cost a little more. */
    long fen(Train train, SeatClass seatClass, LocalDate day) {
        boolean busy =
                day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return busy ? train.fen(seatClass) * 101 / 100 / 50 * 50 : train.fen(seatClass);
    }

    /**
     * Seats on sale for a day before anything is held here; one train in twelve is sold out, around
     * public holidays one in three.
     */
    int seats(Train train, SeatClass seatClass, LocalDate day) {
        Chance chance = Chance.of(seed, "seats", train.item(seatClass), day);
        if (chance.in100(holidays.busy(day) ? 33 : 8)) {
            return 0;
        }
        return switch (seatClass) {
            case SECOND -> chance.in100(15) ? chance.between(1, 20) : chance.between(21, 420);
            case FIRST -> chance.between(0, 60);
            case BUSINESS -> chance.between(0, 12);
            case HARD_SEAT -> chance.between(0, 300);
            case HARD_SLEEPER -> chance.between(0, 120);
            case SOFT_SLEEPER -> chance.between(0, 24);
        };
    }

    private void add(City from, City to, List<Train> fast, List<Train> ordinary) {
        List<Train> trains = new ArrayList<>(fast);
        trains.addAll(ordinary);
        trains.sort(Comparator.comparing(Train::departs));
        trains.forEach(train -> byNumber.put(train.number(), train));
        byPair.put(from.code() + to.code(), List.copyOf(trains));
    }

    private static int many(int kilometres) {
        return kilometres < 400 ? 20 : kilometres < 1500 ? 14 : 8;
    }

    /** Every two cities once; those among the first ones first. */
    private static List<List<City>> pairs(List<City> cities) {
        List<List<City>> first = new ArrayList<>();
        List<List<City>> others = new ArrayList<>();
        for (int i = 0; i < cities.size(); i++) {
            for (int j = i + 1; j < cities.size(); j++) {
                (j < FIRST_CITIES ? first : others).add(List.of(cities.get(i), cities.get(j)));
            }
        }
        first.addAll(others);
        return first;
    }
}
