package errand.amap.maps;

import errand.agent.Describe;

/** A point on the ground, WGS-84. */
public record Location(
        @Describe("Degrees east, WGS-84") double lon,
        @Describe("Degrees north, WGS-84") double lat) {

    private static final double EARTH_KILOMETRES = 6371;
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    /** As the crow flies. */
    public double kilometresTo(Location other) {
        double north = Math.toRadians(other.lat - lat) / 2;
        double east = Math.toRadians(other.lon - lon) / 2;
        double a =
                Math.pow(Math.sin(north), 2)
                        + Math.cos(Math.toRadians(lat))
                                * Math.cos(Math.toRadians(other.lat))
                                * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(a));
    }

    /**
     * So many kilometres away, to four decimals; for distances within a city.
     *
     * @param bearing in degrees, 0 is north, 90 is east
     */
    public Location away(double bearing, double kilometres) {
        double north = kilometres * Math.cos(Math.toRadians(bearing)) / KILOMETRES_PER_DEGREE;
        double east =
                kilometres
                        * Math.sin(Math.toRadians(bearing))
                        / KILOMETRES_PER_DEGREE
                        / Math.cos(Math.toRadians(lat));
        return new Location(rounded(lon + east), rounded(lat + north));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }
}
