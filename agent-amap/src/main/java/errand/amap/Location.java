package errand.amap;

import errand.agent.Describe;

/** A point on the ground, WGS-84. */
record Location(
        @Describe("Degrees north, WGS-84") double latitude,
        @Describe("Degrees east, WGS-84") double longitude) {

    private static final double EARTH_KILOMETRES = 6371;

    /** As the crow flies. */
    double kilometresTo(Location other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double a =
                Math.pow(Math.sin(north), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(a));
    }
}
