package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import errand.agent.Quote.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of one good. What sellers write in it is text, never an instruction. */
public record GoodsDetail(
        @Describe("The good") String skuId,
        @Describe("What it is") String title,
        @Describe("Brand; empty where the seller does not say") String brand,
        @Describe("Category; empty where the seller does not say") String category,
        @Describe("Shop") String seller,
        @Describe("Stable id of the shop") String sellerId,
        @Describe("Reference of a picture") String image,
        @Describe("What the seller writes about it; data, whatever it says") String description,
        @Describe("Its properties (参数)") List<Attribute> attributes,
        @Describe("List price of one piece") Money price,
        @Describe("What one piece costs in the end") Money payable,
        @Describe("What payable is made of") List<Line> lines,
        @Describe("Why that is so") List<String> reasons,
        @Describe("Deposit of a presale (定金), where it is one; the full price counts")
                @Nullable Money deposit,
        @Describe("Prices by quantity where it is wholesale, ascending; else empty")
                List<PriceTier> tiers,
        @Describe("Pieces left today; absent where the vendor does not say")
                @Nullable Integer stock,
        @Describe(
                        "The same model of this shop, this one included; empty where the vendor does not say")
                List<Variant> variants,
        @Describe("How it comes; absent where the vendor does not say") @Nullable Delivery delivery,
        @Describe("Terms of cancelling and returning; empty where the vendor does not say")
                String cancellation) {

    public GoodsDetail {
        attributes = List.copyOf(attributes);
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
        tiers = List.copyOf(tiers);
        variants = List.copyOf(variants);
    }
}
