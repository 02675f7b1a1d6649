package errand.amap.sandbox;

import errand.runtime.sandbox.Chance;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * At what times a restaurant seats people, how many tables of each size it has then, and whether it
 * wants a deposit; a function of the seed.
 */
final class Seating {

    /** When people sit down; a table is theirs for that sitting. */
    static final List<LocalTime> SITTINGS =
            List.of(
                    LocalTime.of(11, 30),
                    LocalTime.of(12, 30),
                    LocalTime.of(17, 30),
                    LocalTime.of(18, 30),
                    LocalTime.of(19, 30),
                    LocalTime.of(20, 30));

    private static final long DEAR_FEN = 12_000;
    private static final long DEPOSIT_FEN = 5_000;

    private final long seed;

    Seating(long seed) {
        this.seed = seed;
    }

    /** A size of table. */
    enum Size {
        TWO(2, 6),
        FOUR(4, 5),
        EIGHT(8, 2);

        private final int seats;
        private final int most;

        Size(int seats, int most) {
            this.seats = seats;
            this.most = most;
        }

        int seats() {
            return seats;
        }

        /** The smallest at which so many can sit. */
        static Size of(int people) {
            return Arrays.stream(values())
                    .filter(size -> size.seats >= people)
                    .findFirst()
                    .orElse(EIGHT);
        }
    }

    /** Tables before any is held; fewer at seven in the evening, one house in seven is full. */
    int tables(Restaurant house, LocalDate day, LocalTime time, Size size) {
        Chance chance = Chance.of(seed, "seating", house.item(), day, time, size);
        if (chance.in100(isPeak(time) ? 15 : 4)) {
            return 0;
        }
        return chance.between(1, isPeak(time) ? size.most / 2 : size.most);
    }

    /** Fen for each person: dear houses, and all of them on busy evenings before a free day. */
    static long deposit(Restaurant house, LocalDate day, LocalTime time) {
        boolean busy =
                isPeak(time)
                        && (day.getDayOfWeek() == DayOfWeek.FRIDAY
                                || day.getDayOfWeek() == DayOfWeek.SATURDAY);
        return house.fen() >= DEAR_FEN || busy ? DEPOSIT_FEN : 0;
    }

    private static boolean isPeak(LocalTime time) {
        return time.getHour() == 18 || time.getHour() == 19;
    }
}
