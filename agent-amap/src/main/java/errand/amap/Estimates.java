package errand.amap;

import errand.agent.Money;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * How long a way takes and what it costs, without a street map: great circle × detour × speed,
 * slower in the rush hours of working days. Pure.
 */
final class Estimates {

    private static final int TAXI_WAIT_MINUTES = 4;
    private static final int PARKING_MINUTES = 5;
    private static final int TRANSIT_WALK_AND_WAIT_MINUTES = 12;

    private Estimates() {}

    /** What comes out: over the ground, door to door. */
    record Estimate(double kilometres, int minutes, Money cost) {}

    /** Farther than this nobody goes that way. */
    static double reach(Mode mode) {
        return switch (mode) {
            case WALK -> 30;
            case TRANSIT -> 120;
            case TAXI -> 400;
            case DRIVE -> 3_000;
        };
    }

    static Estimate of(Mode mode, double crow, ZonedDateTime departs) {
        double road = crow * (crow < 60 ? 1.35 : 1.22);
        return switch (mode) {
            case WALK -> new Estimate(crow * 1.25, minutes(crow * 1.25, 4.8), Money.cny(0));
            case TRANSIT ->
                    new Estimate(
                            road,
                            TRANSIT_WALK_AND_WAIT_MINUTES + minutes(road, 27),
                            Money.cny(fare(road)));
            case DRIVE ->
                    new Estimate(
                            road,
                            PARKING_MINUTES + driving(road, departs),
                            Money.cny(Math.round(road * 65)));
            case TAXI ->
                    new Estimate(
                            road,
                            TAXI_WAIT_MINUTES + driving(road, departs),
                            Money.cny(taxi(road)));
        };
    }

    private static int driving(double road, ZonedDateTime departs) {
        double speed = road < 5 ? 22 : road < 20 ? 31 : road < 60 ? 46 : 88;
        return minutes(road, road < 60 && isRushHour(departs) ? speed / 1.4 : speed);
    }

    static boolean isRushHour(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean works =
                at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY;
        return works && (between(time, 7, 30, 9, 30) || between(time, 17, 0, 19, 0));
    }

    private static boolean between(LocalTime time, int h1, int m1, int h2, int m2) {
        return !time.isBefore(LocalTime.of(h1, m1)) && time.isBefore(LocalTime.of(h2, m2));
    }

    /** 13 yuan for 3 km, then 2.50 a kilometre, 3.75 beyond 10. */
    private static long taxi(double road) {
        double middle = Math.max(0, Math.min(road, 10) - 3);
        double far = Math.max(0, road - 10);
        return Math.round(13 + middle * 2.5 + far * 3.75) * 100;
    }

    /** 2 yuan for 4 km, then a yuan for every 5, 10 at most within a city. */
    private static long fare(double road) {
        return Math.min(10, 2 + (long) Math.ceil(Math.max(0, road - 4) / 5)) * 100;
    }

    private static int minutes(double kilometres, double speed) {
        return Math.max(1, (int) Math.round(kilometres / speed * 60));
    }
}
