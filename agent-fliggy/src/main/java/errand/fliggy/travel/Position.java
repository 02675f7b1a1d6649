package errand.fliggy.travel;

import errand.agent.Describe;

/** A point on the ground, GCJ-02 as Chinese maps use it. */
public record Position(
        @Describe("Degrees north, GCJ-02") double latitude,
        @Describe("Degrees east, GCJ-02") double longitude) {

    private static final double EARTH_KILOMETRES = 6371;

    /** As the crow flies. */
    public double kilometresTo(Position other) {
        double a = Math.toRadians(latitude);
        double b = Math.toRadians(other.latitude);
        double longitudes = Math.toRadians(other.longitude - longitude);
        double cos = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(longitudes);
        return EARTH_KILOMETRES * Math.acos(Math.max(-1, Math.min(1, cos)));
    }
}
