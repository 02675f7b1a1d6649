package errand.fliggy.travel;

/** Businesses that sell, all of them. */
public record Bookable(
        Railway trains,
        Flights flights,
        Hotels hotels,
        Attractions attractions,
        Itineraries itineraries) {

    public Searches searches() {
        return new Searches(trains, flights, hotels);
    }
}
