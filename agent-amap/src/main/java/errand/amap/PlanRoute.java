package errand.amap;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** From where to where, and how. */
record PlanRoute(
        @Describe("DRIVE 驾车, TRANSIT 公共交通, WALK 步行 or TAXI 打车") Mode mode,
        @Describe("Place or address") String from,
        @Describe("Place or address") String to,
        @Describe("When; now when not said") @Nullable OffsetDateTime departAt) {}
