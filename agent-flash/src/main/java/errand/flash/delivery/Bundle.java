package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where to order several things: in one shop if that can be, else in the fewest. */
public record Bundle(
        @Describe("Whether one shop has all that can be had") boolean oneShop,
        @Describe("An order for each shop; none when nothing can be had") List<Basket> shops,
        @Describe("What no open shop there has, with what could stand in") List<Missing> missing,
        @Describe("All orders together, with fees") Money total,
        @Describe("When the last of it is at the door if ordered now; missing without shops")
                @Nullable OffsetDateTime arrivesBy,
        @Describe("What the person should know, in their language") String note) {

    /** What to order from one shop; lines are as order.quote takes them. */
    public record Basket(
            @Describe("What order.quote takes") String shopId,
            @Describe("Its name") String name,
            @Describe("What order.quote takes") List<OrderLine> lines,
            @Describe("The same, to be shown") List<Piece> pieces,
            @Describe("Goods alone") Money goods,
            @Describe("For packing (包装费)") Money packingFee,
            @Describe("For delivery (配送费)") Money deliveryFee,
            @Describe("Goods and fees") Money total,
            @Describe("Order goods for at least this (起送价)") Money minimumOrder,
            @Describe(
                            "What is missing to it: order.quote would refuse until something is added that the person agrees to; missing when nothing is")
                    @Nullable Money belowMinimumBy,
            @Describe("Estimated minutes to the door") int etaMinutes,
            @Describe("A picture, as a data URI") String image) {}

    /** One line of it. */
    public record Piece(
            @Describe("The item") String itemId,
            @Describe("What it is") String title,
            @Describe("Pieces or packs") int quantity,
            @Describe("For one") Money price,
            @Describe("quantity × price") Money amount,
            @Describe("Which of the wanted things it is for") List<String> wanted) {}

    /** Something that cannot be had. */
    public record Missing(
            @Describe("As it was wanted") String item,
            @Describe("Why, in the person's language") String why,
            @Describe("What could stand in; to be proposed, never added unasked")
                    List<MenuItem> instead) {}
}
