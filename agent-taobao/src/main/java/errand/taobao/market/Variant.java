package errand.taobao.market;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;

/** The same model of the same seller in another colour, size or the like. */
public record Variant(
        @Describe("What to quote for this variant") String skuId,
        @Describe("What it is") String title,
        @Describe("What tells it from the others") List<Attribute> attributes,
        @Describe("List price of one piece") Money price,
        @Describe("What one piece costs in the end") Money payable,
        @Describe("Pieces left today; 0: out of stock (缺货)") int stock,
        @Describe("Reference of a picture") String image) {

    public Variant {
        attributes = List.copyOf(attributes);
    }
}
