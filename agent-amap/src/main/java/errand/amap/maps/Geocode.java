package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which place is asked about. */
public record Geocode(
        @Describe("City it lies in (城市), where the text does not say: 杭州, Hangzhou")
                @Nullable String city,
        @Describe("Name or address: 西溪园区, Hangzhou East Station, 杭州市上城区天城路1号, 上海市徐汇区漕溪北路88号")
                String text) {}
