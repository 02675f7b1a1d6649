package errand.fliggy.sandbox;

import errand.runtime.sandbox.Chance;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the high-speed trains (G) of a pair of cities. Two fast trains a day stop rarely; the
 * others take up to a third longer and cost a little less.
 */
final class HighSpeed {

    private static final int DOOR_TO_DOOR_MINUTES = 12;
    private static final LocalTime LAST_DEPARTURE = LocalTime.of(20, 40);

    private final long seed;

    HighSpeed(long seed) {
        this.seed = seed;
    }

    /** Every other number from the first on. */
    List<Train> trains(City from, City to, int kilometres, int count, int firstNumber) {
        Chance chance = Chance.of(seed, "trains", from.code(), to.code());
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
                            fast ? Math.min(1, kilometres / 800) : 1 + late / 6,
                            fen));
        }
        return trains;
    }

    private static int slow(int kilometres) {
        return DOOR_TO_DOOR_MINUTES + kilometres * 60 * 134 / 100 / 300;
    }

    /** 46 fen a kilometre, which is near what is really paid; a short ride at least 15 yuan. */
    private static long fen(int kilometres) {
        return Math.max(1500, 46L * kilometres);
    }
}
