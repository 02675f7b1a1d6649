package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is wanted and where to. */
public record ShopSearch(
        @Describe(
                        "Where it is to be delivered: any text that names a city, district, campus or landmark: 西溪园区, 上海市徐汇区漕溪北路88号, Xixi campus")
                String place,
        @Describe("Item or kind of shop, Chinese or English: 拿铁, iced latte, 奶茶, 黄焖鸡米饭, 药店, 里脊肉")
                String item,
        @Describe(
                        "When shops must be open, RFC 3339: now when not said, later for a delivery at that time (今晚七点)")
                @Nullable OffsetDateTime at,
        @Describe("Shops that ask more for packing and delivery together are left out")
                @Nullable Money maxFee,
        @Describe("Shops that are rated lower (评分) are left out; 1 to 5")
                @Nullable Double minRating) {

    /** Without limits. */
    public ShopSearch(String place, String item, @Nullable OffsetDateTime at) {
        this(place, item, at, null, null);
    }
}
