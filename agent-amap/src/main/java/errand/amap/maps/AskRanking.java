package errand.amap.maps;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Which ranking. */
public record AskRanking(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe(
                        "Kind of place: 美食, 公园, 博物馆, 老街, 亲子, museum, restaurant; all sights when not said")
                @Nullable String category,
        @Describe("How many, 1 to 20; 10 when not said") @Nullable Integer limit) {}
