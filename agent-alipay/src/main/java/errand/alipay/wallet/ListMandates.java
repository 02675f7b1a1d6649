package errand.alipay.wallet;

import errand.agent.Describe;
import org.jspecify.annotations.Nullable;

/** Asks for the mandates of the person. */
public record ListMandates(
        @Describe("Closed and ended ones as well; only open ones when not said")
                @Nullable Boolean all) {}
