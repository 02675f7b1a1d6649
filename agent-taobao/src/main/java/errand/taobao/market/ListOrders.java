package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which of the person's own orders to show. */
public record ListOrders(
        @Describe("Words of what was bought: 猫粮, cat food; all when not said")
                @Nullable String text,
        @Describe("Ordered on this day or later, YYYY-MM-DD") @Nullable LocalDate from,
        @Describe("Ordered on this day or earlier, YYYY-MM-DD") @Nullable LocalDate to,
        @Describe("Only those in this state") @Nullable OrderState state,
        @Describe("Page of 20, from 1; the first when not said") @Nullable Integer page) {}
