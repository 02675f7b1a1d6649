package errand.amap.sandbox;

import errand.amap.maps.Location;
import errand.amap.rides.CarClass;
import errand.runtime.sandbox.Chance;
import java.time.LocalDate;
import java.util.List;

/**
 * How many cars are free in each district and hour before any is ordered, and who drives; a
 * function of the seed.
 */
final class Fleet {

    private static final List<String> DRIVERS =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    private final long seed;

    Fleet(long seed) {
        this.seed = seed;
    }

    /** Which district of the city is nearest; from 0. */
    static int area(City city, Location at) {
        int nearest = 0;
        for (int i = 1; i < city.districts().size(); i++) {
            if (away(city, i, at) < away(city, nearest, at)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double away(City city, int area, Location at) {
        return city.districts().get(area).middle().kilometresTo(at);
    }

    /** Fewer in the rush hours and at night; one area and hour in twenty has none. */
    int cars(City city, int area, CarClass car, LocalDate day, int hour) {
        Chance chance = Chance.of(seed, "cars", city.code(), area, car, day, hour);
        if (chance.in100(5)) {
            return 0;
        }
        int most = isRush(hour) ? 8 : hour < 6 || hour == 23 ? 5 : 16;
        int all = chance.between(most / 2, most);
        return switch (car) {
            case ECONOMY -> all;
            case COMFORT -> Math.max(1, all / 2);
            case VAN -> Math.max(1, all / 4);
        };
    }

    private static boolean isRush(int hour) {
        return (hour >= 7 && hour < 10) || (hour >= 17 && hour < 20);
    }

    /** 王师傅; nobody. */
    String driver(String bookingId) {
        Chance chance = Chance.of(seed, "driver", bookingId);
        return DRIVERS.get(chance.between(0, DRIVERS.size() - 1)) + "师傅";
    }

    /** 沙A·D7K31: no province is called 沙, so that no car can have it. */
    String plate(String bookingId) {
        Chance chance = Chance.of(seed, "plate", bookingId);
        StringBuilder plate = new StringBuilder("沙A·D");
        for (int i = 0; i < 4; i++) {
            plate.append(LETTERS.charAt(chance.between(0, LETTERS.length() - 1)));
        }
        return plate.toString();
    }
}
