package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which place is asked about. */
public record Geocode(
        @Describe("City it lies in (城市), where the text does not say: 杭州, Hangzhou")
                @Nullable String city,
        @Describe(
                        "Name or address: 西溪园区, 公司, 家, 妈妈家, Hangzhou East Station, 杭州市上城区天城路1号, 上海市徐汇区漕溪北路88号")
                String text,
        @Describe("Places of the person by the names used here (公司, 家), where this step has them")
                @Nullable List<SavedPlace> places) {

    /** Without places of the person's own. */
    public Geocode(@Nullable String city, String text) {
        this(city, text, null);
    }
}
