package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** One pair of a distance matrix. */
public record Distance(
        @Describe("The place taken for the origin") String from,
        @Describe("The place taken for the destination") String to,
        @Describe("Kilometres over the ground; absent where nobody goes that way (too far)")
                @Nullable Double km,
        @Describe("Minutes door to door; absent where nobody goes that way (too far)")
                @Nullable Integer minutes) {}
