package errand.amap.sandbox;

import errand.agent.Money;
import errand.amap.maps.Mode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * How long a way takes and what it costs, without a street map: great circle × detour × speed by
 * the hour. Pure.
 */
final class Estimates {

    /** Until a taxi comes; part of its minutes. */
    static final int TAXI_WAIT_MINUTES = 4;

    private static final int PARKING_MINUTES = 5;
    private static final int TRANSIT_WALK_AND_WAIT_MINUTES = 12;
    private static final LocalTime LAST_UNDERGROUND = LocalTime.of(23, 0);
    private static final LocalTime FIRST_UNDERGROUND = LocalTime.of(6, 0);

    private Estimates() {}

    /** What comes out: over the ground, door to door. */
    record Estimate(double kilometres, int minutes, Money cost) {}

    /** Farther than this, as the crow flies, nobody goes that way. */
    static double reach(Mode mode) {
        return switch (mode) {
            case WALKING -> 20;
            case CYCLING -> 40;
            case TRANSIT -> 120;
            case TAXI -> 400;
            case DRIVING -> 3_000;
        };
    }

    static Estimate of(Mode mode, double crow, ZonedDateTime departs) {
        double road = crow * (crow < 60 ? 1.35 : 1.22);
        double path = crow * 1.25;
        return switch (mode) {
            case WALKING -> new Estimate(path, minutes(path, 4.8), Money.cny(0));
            case CYCLING -> new Estimate(path, 2 + minutes(path, 13), Money.cny(bicycle(path)));
            case TRANSIT ->
                    new Estimate(
                            road,
                            TRANSIT_WALK_AND_WAIT_MINUTES + minutes(road, 27),
                            Money.cny(fare(road)));
            case DRIVING ->
                    new Estimate(
                            road,
                            PARKING_MINUTES + driving(road, departs),
                            Money.cny(Math.round(road * 65)));
            case TAXI ->
                    new Estimate(
                            road,
                            TAXI_WAIT_MINUTES + driving(road, departs),
                            Money.cny(taxi(road, departs)));
        };
    }

    /** Whether the underground has closed and only night buses run. */
    static boolean isNight(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return !time.isBefore(LAST_UNDERGROUND) || time.isBefore(FIRST_UNDERGROUND);
    }

    private static int driving(double road, ZonedDateTime departs) {
        double speed = road < 5 ? 22 : road < 20 ? 31 : road < 60 ? 46 : 88;
        return minutes(road, road < 60 ? speed * pace(departs) : speed);
    }

    /** Slower in the rush hours of working days, faster at night. */
    private static double pace(ZonedDateTime departs) {
        if (isNight(departs)) {
            return 1.25;
        }
        return isRushHour(departs) ? 1 / 1.4 : 1;
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

    /** 13 yuan for 3 km, then 2.30 a kilometre; a fifth more at night. */
    private static long taxi(double road, ZonedDateTime departs) {
        double yuan = 13 + Math.max(0, road - 3) * 2.3;
        return Math.round(isNight(departs) ? yuan * 1.2 : yuan) * 100;
    }

    /** 3 yuan for 6 km, then a yuan for every 6, 9 at most within 50 km; 0.40 a km beyond. */
    private static long fare(double road) {
        long city = Math.min(9, 3 + (long) Math.ceil(Math.max(0, road - 6) / 6));
        return (city + Math.round(Math.max(0, road - 50) * 0.4)) * 100;
    }

    /** A shared bicycle: 1.50 for half an hour, then 1 yuan for each. */
    private static long bicycle(double path) {
        return 150 + 100L * (minutes(path, 13) / 30);
    }

    private static int minutes(double kilometres, double speed) {
        return Math.max(1, (int) Math.round(kilometres / speed * 60));
    }
}
