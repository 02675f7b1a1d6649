package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which point is asked about. */
public record Regeocode(
        @Describe("The point, WGS-84") Location location,
        @Describe("How far the nearest places may be, in metres, at most 3000; 1000 when not said")
                @Nullable Integer radius) {}
