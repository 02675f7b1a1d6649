package errand.fliggy.sandbox;

import errand.fliggy.travel.SeatClass;
import errand.fliggy.travel.TrainType;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * A train that runs every day between two cities.
 *
 * @param number 车次, one for the whole world; begins with its type
 * @param stops stations it stops at on the way
 * @param cheapestFen what a seat of its cheapest class costs
 */
record Train(
        String number,
        City from,
        City to,
        LocalTime departs,
        int minutes,
        int stops,
        long cheapestFen) {

    TrainType type() {
        return TrainType.valueOf(number.substring(0, 1));
    }

    String fromStation() {
        return from.stationTowards(to);
    }

    String toStation() {
        return to.stationTowards(from);
    }

    OffsetDateTime departsOn(LocalDate day) {
        return day.atTime(departs).atZone(World.ZONE).toOffsetDateTime();
    }

    OffsetDateTime arrivesOn(LocalDate day) {
        return departsOn(day).plusMinutes(minutes);
    }

    /** By distance and class, to half a yuan. */
    long fen(SeatClass seatClass) {
        return cheapestFen * seatClass.percent() / 100 / 50 * 50;
    }

    String item(SeatClass seatClass) {
        return "T-" + number + "-" + seatClass;
    }
}
