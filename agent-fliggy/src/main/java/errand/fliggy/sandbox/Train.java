package errand.fliggy.sandbox;

import errand.fliggy.travel.SeatClass;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * A train that runs every day between two cities.
 *
 * @param number 车次, one for the whole world
 * @param secondClassFen what a second-class seat costs
 */
record Train(
        String number, City from, City to, LocalTime departs, int minutes, long secondClassFen) {

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
        return secondClassFen * seatClass.percent() / 100 / 50 * 50;
    }

    String item(SeatClass seatClass) {
        return "T-%s-%s".formatted(number, seatClass);
    }
}
