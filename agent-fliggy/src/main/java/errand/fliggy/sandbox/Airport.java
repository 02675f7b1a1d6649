package errand.fliggy.sandbox;

import errand.fliggy.travel.Position;

/**
 * An airport, as it is.
 *
 * @param iata three letters
 * @param zh without 机场
 * @param terminal where most flights leave and arrive; empty where there is one only
 */
record Airport(String iata, City city, String zh, String en, Position position, String terminal) {

    /** 上海虹桥T2. */
    String title() {
        return zh + terminal;
    }
}
