package errand.amap;

import java.util.List;

/** A place whose whereabouts are known. */
record Place(String name, List<String> aliases, String city, Kind kind, Location location) {

    /** What it is; a city or district stands for its middle. */
    enum Kind {
        CITY,
        DISTRICT,
        STATION,
        AIRPORT,
        OFFICE,
        SIGHT
    }
}
