package errand.flash.delivery;

import errand.agent.Describe;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is wanted and where to. */
public record ShopSearch(
        @Describe(
                        "Where it is to be delivered: any text that names a city, district, campus or landmark: 西溪园区, 上海市徐汇区漕溪北路88号, Xixi campus")
                String place,
        @Describe("Item or kind of shop, Chinese or English: 拿铁, latte, 奶茶, 黄焖鸡米饭, 药店") String item,
        @Describe("When shops must be open, RFC 3339; now when not said")
                @Nullable OffsetDateTime at) {}
