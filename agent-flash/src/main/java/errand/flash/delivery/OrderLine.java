package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many of which. */
public record OrderLine(
        @Describe("From shop.search, shop.menu or bundle.propose") String itemId,
        @Describe("1 to 99") int quantity,
        @Describe(
                        "Chosen options, by id or name as shop.menu gives them: iced, large, 半糖; as it comes when not said")
                @Nullable List<String> options) {

    /** As it comes. */
    public OrderLine(String itemId, int quantity) {
        this(itemId, quantity, null);
    }
}
