package errand.fliggy.travel;

import org.jspecify.annotations.Nullable;

/** What can be searched; null where nothing can. */
public record Searches(
        @Nullable TrainCatalogue trains,
        @Nullable FlightCatalogue flights,
        @Nullable HotelCatalogue hotels) {}
