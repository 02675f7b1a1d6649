package errand.alipay.wallet;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Asks for red packets and coupons of the person. */
public record ListRedPackets(
        @Describe("Those used or expired as well; only usable ones when not said")
                @Nullable Boolean all) {}
