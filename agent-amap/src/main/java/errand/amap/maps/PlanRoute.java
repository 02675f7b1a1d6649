package errand.amap.maps;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where to where, and how. */
public record PlanRoute(
        @Describe("DRIVING 驾车, TRANSIT 公交地铁, TAXI 打车, WALKING 步行 or CYCLING 骑行") Mode mode,
        @Describe("Place or address (起点): 西溪园区, 公司, 家, Xixi campus, 杭州东站, or lon,lat") String from,
        @Describe("Place or address (终点)") String to,
        @Describe("City in which both lie, where their texts do not say") @Nullable String city,
        @Describe("When one leaves, RFC 3339 with offset; now when not said")
                @Nullable OffsetDateTime departAt,
        @Describe("Places of the person by the names used here (公司, 家), where this step has them")
                @Nullable List<SavedPlace> places) {

    /** Without places of the person's own. */
    public PlanRoute(
            Mode mode,
            String from,
            String to,
            @Nullable String city,
            @Nullable OffsetDateTime departAt) {
        this(mode, from, to, city, departAt, null);
    }
}
