package errand.amap;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which place is asked about. */
record Geocode(
        @Describe("Name or address: 西溪园区, 杭州市上城区天城路1号") String text,
        @Describe("City it lies in, where the text does not say") @Nullable String city) {}
