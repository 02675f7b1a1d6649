package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person's orders, the last one first. */
public record Orders(
        @Describe("This page") List<OrderTracked> orders,
        @Describe("Cursor of the next page; missing at the end") @Nullable String next) {}
