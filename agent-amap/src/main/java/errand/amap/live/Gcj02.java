package errand.amap.live;

import errand.amap.maps.Location;

/**
 * Between WGS-84, which the agent speaks, and GCJ-02, which every map of China must use: an offset
 * of some hundred metres that depends on the place, by the formula that is publicly known. Outside
 * of China there is none.
 */
final class Gcj02 {

    private static final double SEMI_MAJOR_AXIS = 6_378_245;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double ORIGIN_LON = 105;
    private static final double ORIGIN_LAT = 35;
    private static final int ROUNDS = 4;

    private Gcj02() {}

    static Location ofWgs84(Location wgs) {
        if (isAbroad(wgs)) {
            return wgs;
        }
        double x = wgs.lon() - ORIGIN_LON;
        double y = wgs.lat() - ORIGIN_LAT;
        double latitude = Math.toRadians(wgs.lat());
        double flattening = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
        double metresNorth =
                SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (flattening * Math.sqrt(flattening));
        double metresEast = SEMI_MAJOR_AXIS / Math.sqrt(flattening) * Math.cos(latitude);
        return new Location(
                wgs.lon() + Math.toDegrees(east(x, y) / metresEast),
                wgs.lat() + Math.toDegrees(north(x, y) / metresNorth));
    }

    /** By drawing nearer: exact to less than a metre. */
    static Location toWgs84(Location gcj) {
        Location guess = gcj;
        for (int i = 0; i < ROUNDS; i++) {
            Location there = ofWgs84(guess);
            guess =
                    new Location(
                            guess.lon() + gcj.lon() - there.lon(),
                            guess.lat() + gcj.lat() - there.lat());
        }
        return new Location(rounded(guess.lon()), rounded(guess.lat()));
    }

    private static boolean isAbroad(Location at) {
        return at.lon() < 72.004 || at.lon() > 137.8347 || at.lat() < 0.8293 || at.lat() > 55.8271;
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(6 * x, 20, 2 * x, 20)
                + waves(x, 20, x / 3, 40)
                + waves(x / 12, 150, x / 30, 300);
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(6 * x, 20, 2 * x, 20)
                + waves(y, 20, y / 3, 40)
                + waves(y / 12, 160, y / 30, 320);
    }

    /** In metres; arguments in half turns. */
    private static double waves(double first, double high, double second, double higher) {
        return (high * Math.sin(first * Math.PI) + higher * Math.sin(second * Math.PI)) * 2 / 3;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1_000_000) / 1_000_000.0;
    }
}
