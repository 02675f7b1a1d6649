package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Around which place, and what is wanted there. */
public record PlacesAround(
        @Describe("Middle of the search: 西湖, 公司, Hangzhou East Station, an address, or lon,lat")
                String near,
        @Describe("City it lies in, where the text does not say") @Nullable String city,
        @Describe("What kind or name: 咖啡, 餐厅, 公园, museum, with kids; anything when not said")
                @Nullable String text,
        @Describe("How far, in metres as the crow flies, 100 to 50000; 3000 when not said")
                @Nullable Integer radius,
        @Describe("true: only indoor (室内), false: only outdoor (户外); both when not said")
                @Nullable Boolean indoor,
        @Describe("Places of the person by the names used in near, where this step has them")
                @Nullable List<SavedPlace> places) {

    /** In metres, when nothing else was said. */
    public static final int USUAL_RADIUS = 3_000;

    /** The farthest, in metres. */
    public static final int LARGEST_RADIUS = 50_000;

    /** Within the bounds, whatever was asked. */
    public int metres() {
        int asked = radius == null ? USUAL_RADIUS : radius;
        return Math.clamp(asked, 100, LARGEST_RADIUS);
    }
}
