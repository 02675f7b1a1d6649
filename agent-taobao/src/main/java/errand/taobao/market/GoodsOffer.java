package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing one can buy, from one seller. */
public record GoodsOffer(
        @Describe("What goods.quote, cart.quote and goods.detail take") String skuId,
        @Describe("What it is") String title,
        @Describe("Shop (店铺); only what one shop sells can be quoted together") String seller,
        @Describe("List price of one piece (标价)") Money price,
        @Describe(
                        "What one piece costs in the end (到手价): member price, coupons, shipping; of a presale the full price")
                Money payable,
        @Describe("Why that is so: 88VIP 95折, 满3000减200, 包邮") List<String> reasons,
        @Describe("When it arrives if ordered today; absent where the seller does not say")
                @Nullable LocalDate deliverBy,
        @Describe("Brand (品牌); empty where the seller does not say") String brand,
        @Describe("Category (类目); empty where the seller does not say") String category,
        @Describe("Colour, size and the like") List<Attribute> attributes,
        @Describe(
                        "Reference of a picture: a path relative to the agent's goods, or what the vendor gave")
                String image,
        @Describe("Deposit of a presale (定金); the price is not this but price")
                @Nullable Money deposit,
        @Describe("Pieces sold in the last month (月销量), where known") @Nullable Integer sold,
        @Describe("Which of what was asked for it fits: 轻薄本, 黑色, ≤3000元") List<String> fits) {

    public GoodsOffer {
        reasons = List.copyOf(reasons);
        attributes = List.copyOf(attributes);
        fits = List.copyOf(fits);
    }
}
