package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is at a point. */
public record Regeocoded(
        @Describe("Address in one line, as exact as it is known") String address,
        @Describe("City, Chinese") String city,
        @Describe("District, Chinese; absent where it is not known") @Nullable String district,
        @Describe("The point that was asked about") Location location,
        @Describe("The nearest places, nearest first; at most 10") List<PlaceFound> places,
        @Describe("Says in words how exact this is") String note) {}
