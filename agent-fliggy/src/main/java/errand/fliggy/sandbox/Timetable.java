package errand.fliggy.sandbox;

import errand.fliggy.travel.SeatClass;
import errand.runtime.sandbox.Chance;
import errand.runtime.sandbox.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every train of the world, its price and its seats on a day: a pure function of the seed. Two fast
 * trains a day per pair stop rarely; the others take up to a third longer and cost a little less.
 */
final class Timetable {

    private static final int DOOR_TO_DOOR_MINUTES = 12;
    private static final LocalTime LAST_DEPARTURE = LocalTime.of(20, 40);

    private final long seed;
    private final Map<String, Train> byNumber = new HashMap<>();
    private final Map<String, List<Train>> byPair = new HashMap<>();

    Timetable(long seed, Cities cities) {
        this.seed = seed;
        Map<String, Integer> distances = distances();
        int pair = 0;
        List<City> all = cities.all();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++, pair++) {
                int kilometres = kilometres(distances, all.get(i), all.get(j));
                add(trains(all.get(i), all.get(j), kilometres, 1 + pair * 40));
                add(trains(all.get(j), all.get(i), kilometres, 2 + pair * 40));
            }
        }
    }

    /** Trains from one city to another, by departure. */
    List<Train> between(City from, City to) {
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

    /** Seats on sale for a day before anything is held here; one train in twelve is sold out. */
    int seats(Train train, SeatClass seatClass, LocalDate day) {
        Chance chance = Chance.of(seed, "seats", train.item(seatClass), day);
        if (chance.in100(8)) {
            return 0;
        }
        return switch (seatClass) {
            case SECOND -> chance.in100(15) ? chance.between(1, 20) : chance.between(21, 420);
            case FIRST -> chance.between(0, 60);
            case BUSINESS -> chance.between(0, 12);
        };
    }

    private void add(List<Train> trains) {
        trains.forEach(train -> byNumber.put(train.number(), train));
        Train first = trains.getFirst();
        byPair.put(first.from().code() + first.to().code(), trains);
    }

    private List<Train> trains(City from, City to, int kilometres, int firstNumber) {
        Chance chance = Chance.of(seed, "trains", from.code(), to.code());
        int count = kilometres < 400 ? 20 : kilometres < 1500 ? 14 : 8;
        int first = 6 * 60 + 20 + chance.between(0, 8) * 5;
        int last = Math.min(LAST_DEPARTURE.toSecondOfDay() / 60, 23 * 60 + 30 - slow(kilometres));
        List<Train> trains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int departs = first + (last - first) * i / (count - 1) + chance.between(0, 3);
            boolean fast = i % Math.max(2, count / 3) == 1;
            int late = fast ? chance.between(0, 4) : chance.between(8, 34);
            int minutes = DOOR_TO_DOOR_MINUTES + kilometres * 60 * (100 + late) / 100 / 300;
            long fen = fen(kilometres) * Math.min(105, 106 - late / 8) / 100 / 50 * 50;
            trains.add(
                    new Train(
                            "G" + (firstNumber + 2 * i),
                            from,
                            to,
                            LocalTime.of(departs / 60, departs % 60),
                            minutes,
                            fen));
        }
        trains.sort(Comparator.comparing(Train::departs));
        return List.copyOf(trains);
    }

    private static int slow(int kilometres) {
        return DOOR_TO_DOOR_MINUTES + kilometres * 60 * 134 / 100 / 300;
    }

    /** 46 fen a kilometre, which is near what is really paid; a short ride at least 15 yuan. */
    private static long fen(int kilometres) {
        return Math.max(1500, 46L * kilometres);
    }

    private static int kilometres(Map<String, Integer> known, City from, City to) {
        Integer exact =
                known.getOrDefault(from.code() + to.code(), known.get(to.code() + from.code()));
        return exact != null ? exact : (int) (from.kilometresTo(to) * 1.22);
    }

    private static Map<String, Integer> distances() {
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (List<String> row : Table.read("/fliggy/rail-distances.csv")) {
            distances.put(row.get(0) + row.get(1), Integer.parseInt(row.get(2)));
        }
        return distances;
    }
}
