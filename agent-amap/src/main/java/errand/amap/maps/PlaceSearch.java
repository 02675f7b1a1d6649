package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which places are wanted. */
public record PlaceSearch(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("What kind or name: 亲子, 博物馆, 公园, 美食, museum, with kids; anything when not said")
                @Nullable String text,
        @Describe("true: only indoor (室内), false: only outdoor (户外); both when not said")
                @Nullable Boolean indoor,
        @Describe("Place to be close to: 西湖, 公司, Hangzhou East Station") @Nullable String near,
        @Describe("Places of the person by the names used in near, where this step has them")
                @Nullable List<SavedPlace> places) {

    /** Without places of the person's own. */
    public PlaceSearch(
            String city, @Nullable String text, @Nullable Boolean indoor, @Nullable String near) {
        this(city, text, indoor, near, null);
    }
}
