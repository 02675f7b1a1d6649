package errand.amap.sandbox;

import errand.agent.Task;
import errand.amap.maps.Location;
import errand.runtime.sandbox.Refusals;
import java.util.List;

/**
 * A large city.
 *
 * @param code three letters
 * @param january mean temperature of the month in °C
 * @param july mean temperature of the month in °C
 */
record City(
        String code,
        String zh,
        String en,
        List<String> aliases,
        Location middle,
        int january,
        int july,
        Rain rain,
        List<District> districts,
        List<Named> stations,
        List<Named> airports,
        List<String> universities) {

    /** When it rains, in per cent of the days of each month. */
    enum Rain {
        N(6, 8, 12, 15, 20, 30, 45, 42, 25, 18, 12, 6),
        E(33, 35, 42, 42, 42, 50, 42, 40, 33, 25, 27, 25),
        S(20, 30, 40, 48, 55, 58, 52, 52, 40, 20, 17, 17),
        W(25, 28, 35, 42, 48, 50, 45, 45, 48, 50, 35, 25),
        D(5, 6, 8, 10, 14, 16, 20, 20, 15, 10, 6, 5),
        P(6, 8, 10, 15, 30, 52, 60, 58, 45, 32, 14, 7);

        private final int[] months;

        Rain(int... months) {
            this.months = months;
        }

        /**
         * @param month from 1
         */
        int percentIn(int month) {
            return months[month - 1];
        }
    }

    String in(Task task) {
        return Refusals.in(task, zh, en);
    }
}
