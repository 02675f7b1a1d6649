package errand.fliggy.sandbox;

import errand.fliggy.travel.TrainType;
import errand.runtime.sandbox.Chance;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the other trains of a pair of cities: D by day where they arrive before midnight, Z and K
 * mostly through the night. Speeds and prices per kilometre are near real ones.
 */
final class OrdinaryTrains {

    private static final int LONGEST_BY_DAY = 1_600;

    private final long seed;
    private final int perType;

    /**
     * @param perType how many trains of a type each way
     */
    OrdinaryTrains(long seed, int perType) {
        this.seed = seed;
        this.perType = perType;
    }

    /** Two times {@code perType} numbers of each type belong to a pair. */
    List<Train> trains(City from, City to, int kilometres, int pair, boolean back) {
        List<Train> trains = new ArrayList<>();
        for (TrainType type : List.of(TrainType.D, TrainType.Z, TrainType.K)) {
            for (int i = 0; i < perType; i++) {
                if (type != TrainType.D || kilometres <= LONGEST_BY_DAY) {
                    int number = 1 + (back ? 1 : 0) + 2 * (i + pair * perType);
                    trains.add(train(type, number, from, to, kilometres));
                }
            }
        }
        return trains;
    }

    private Train train(TrainType type, int number, City from, City to, int kilometres) {
        String name = type.name() + number;
        Chance chance = Chance.of(seed, "ordinary", name);
        int minutes = 15 + kilometres * 60 * (100 + chance.between(0, 15)) / 100 / speed(type);
        int departs =
                type == TrainType.D
                        ? chance.between(6 * 60 + 30, Math.max(7 * 60, 23 * 60 - minutes))
                        : chance.between(16 * 60, 23 * 60);
        int stops = kilometres / (type == TrainType.Z ? 400 : 150) + chance.between(0, 2);
        long fen = Math.max(950, (long) kilometres * fenPerTenKilometres(type) / 10 / 50 * 50);
        return new Train(
                name, from, to, LocalTime.of(departs / 60, departs % 60), minutes, stops, fen);
    }

    private static int speed(TrainType type) {
        return switch (type) {
            case G -> 300;
            case D -> 170;
            case Z -> 115;
            case K -> 85;
        };
    }

    private static int fenPerTenKilometres(TrainType type) {
        return switch (type) {
            case G -> 460;
            case D -> 310;
            case Z -> 130;
            case K -> 120;
        };
    }
}
