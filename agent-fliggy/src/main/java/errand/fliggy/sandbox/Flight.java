package errand.fliggy.sandbox;

import errand.fliggy.travel.Cabin;
import errand.runtime.sandbox.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * A flight that goes every day between two airports.
 *
 * @param number 航班号, one for the whole world
 * @param stops 经停 on the way
 * @param fen an ordinary fare in economy, without fees and fuel
 */
record Flight(
        String number,
        Airline airline,
        Airport from,
        Airport to,
        LocalTime departs,
        int minutes,
        int stops,
        int kilometres,
        long fen) {

    OffsetDateTime departsOn(LocalDate day) {
        return day.atTime(departs).atZone(World.ZONE).toOffsetDateTime();
    }

    OffsetDateTime arrivesOn(LocalDate day) {
        return departsOn(day).plusMinutes(minutes);
    }

    String item(Cabin cabin) {
        return "F-" + number + "-" + cabin;
    }

    boolean has(Cabin cabin) {
        return cabin == Cabin.ECONOMY || !airline.lowCost();
    }
}
