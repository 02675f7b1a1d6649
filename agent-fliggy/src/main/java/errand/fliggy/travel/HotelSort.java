package errand.fliggy.travel;

/** Orders in which hotels can be listed. */
public enum HotelSort {
    PRICE,
    STARS,
    DISTANCE,
    FIT
}
