package errand.taobao.market;

import org.jspecify.annotations.Nullable;

/**
 * What one marketplace can do; what is null it cannot, and the agent does not offer it.
 *
 * @param goods every marketplace shows its goods
 */
public record Marketplace(
        Goods goods,
        @Nullable Advice advice,
        @Nullable Cart cart,
        @Nullable Orders orders,
        @Nullable Coupons coupons,
        @Nullable Wholesale wholesale,
        @Nullable PurchaseLinks links) {

    /** One that only shows goods and says where they can be bought. */
    public static Marketplace showing(Goods goods, PurchaseLinks links) {
        return new Marketplace(goods, null, null, null, null, null, links);
    }
}
