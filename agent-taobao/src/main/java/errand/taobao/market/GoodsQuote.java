package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be quoted, all from one seller. */
public record GoodsQuote(
        @Describe("At least one; all of one seller, else quote per seller") List<GoodsLine> lines,
        @Describe("Where to (收货地址)") @Nullable String deliverTo) {}
