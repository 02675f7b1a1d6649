package errand.alipay.wallet;

import errand.agent.Describe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which day to reconcile. */
public record Reconcile(
        @Describe("The day, in China's time; today so far when not said")
                @Nullable LocalDate day) {}
