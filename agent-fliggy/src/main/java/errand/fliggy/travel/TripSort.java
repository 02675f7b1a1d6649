package errand.fliggy.travel;

/** Orders in which trains and flights can be listed. */
public enum TripSort {
    DEPARTURE,
    ARRIVAL,
    PRICE,
    DURATION
}
