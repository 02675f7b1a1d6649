package errand.fliggy.travel;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which attractions are wanted. */
public record AttractionSearch(
        @Describe("City, Chinese or English: 杭州, Hangzhou") String city,
        @Describe("Day of the visit, YYYY-MM-DD") LocalDate date,
        @Describe("Name or what it should be like: 雷峰塔, 博物馆, zoo for children; any when not said")
                @Nullable String text,
        @Describe("How many tickets in all; 1 when not said") @Nullable Integer people,
        @Describe("MORNING 上午, AFTERNOON 下午 or EVENING 夜场; any when not said")
                @Nullable VisitSlot slot,
        @Describe("At most this for an adult") @Nullable Money maxPrice,
        @Describe("Near this place; see amap.address.geocode") @Nullable Position near,
        @Describe("How far from there, in kilometres; 10 when not said")
                @Nullable Double withinKilometres,
        @Describe("At most so many offers, 1 to 100; 40 when not said") @Nullable Integer limit) {

    /** Whatever fits some words. */
    public static AttractionSearch of(String city, LocalDate date, @Nullable String text) {
        return new AttractionSearch(city, date, text, null, null, null, null, null, null);
    }
}
