package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** A place where people go. */
public record PlaceFound(
        @Describe("Id of the place, for place.detail") String placeId,
        @Describe("Name, in the language of the task where it is known") String name,
        @Describe("Street address") String address,
        @Describe("What it is") Category category,
        @Describe("Whether it is indoors (室内); absent where it is not known")
                @Nullable Boolean indoor,
        @Describe("1 to 5; absent where it is not known") @Nullable Double rating,
        @Describe("Visits in the last year; absent where it is not known") @Nullable Integer visits,
        @Describe("Opening hours, such as 09:00–17:00") @Nullable String hours,
        @Describe("Kilometres from near, as the crow flies; only when near was said")
                @Nullable Double km,
        @Describe("Where, WGS-84") Location location,
        @Describe("1 cheap to 4 dear; absent where it is not known") @Nullable Integer priceLevel,
        @Describe(
                        "Picture: an address of the vendor's, or one relative to the agent's own (images/…)")
                @Nullable String image) {}
