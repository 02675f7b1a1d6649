package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;
import java.util.List;

/**
 * A large city of the world.
 *
 * @param code three letters
 * @param west the station for trains to the west and south, or the main one again
 * @param hotelPercent hotel prices in per cent of the country's
 */
record City(
        String code,
        String zh,
        String en,
        List<String> aliases,
        double latitude,
        double longitude,
        String station,
        String west,
        int hotelPercent,
        List<String> districts) {

    /** Kilometres over the ground as the crow flies. */
    double kilometresTo(City other) {
        return centre().kilometresTo(other.centre());
    }

    Position centre() {
        return new Position(latitude, longitude);
    }

    /** Where trains to another city leave: the western station when that lies to the south-west. */
    String stationTowards(City other) {
        return other.longitude < longitude - 1.5 ? west : station;
    }
}
