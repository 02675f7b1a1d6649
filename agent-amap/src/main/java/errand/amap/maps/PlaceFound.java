package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** A place where people go. */
public record PlaceFound(
        @Describe("Id of the place") String placeId,
        @Describe("Name, in the language of the task") String name,
        @Describe("Street address") String address,
        @Describe("What it is") Category category,
        @Describe("Whether it is indoors (室内)") boolean indoor,
        @Describe("1 to 5") double rating,
        @Describe("Visits in the last year") int visits,
        @Describe("Opening hours, such as 09:00–17:00") String hours,
        @Describe("Kilometres from near, as the crow flies; only when near was said")
                @Nullable Double km) {}
