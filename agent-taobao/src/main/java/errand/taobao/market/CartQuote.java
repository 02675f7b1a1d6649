package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is to be bought together, of whatever sellers. */
public record CartQuote(
        @Describe("At least one, 50 at most; of any sellers") List<GoodsLine> items,
        @Describe("Where to (收货地址)") @Nullable String deliverTo) {

    public CartQuote {
        items = List.copyOf(items);
    }
}
