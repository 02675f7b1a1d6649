package errand.flash.delivery;

import errand.agent.Describe;
import errand.agent.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a shop sells. */
public record MenuItem(
        @Describe("What order.quote takes") String itemId,
        @Describe("What it is") String title,
        @Describe("For one, as it comes") Money price,
        @Describe("Its English name, where there is one") @Nullable String english,
        @Describe(
                        "Options that the words asked for (热, iced, 大杯, no sugar), as order.quote takes them; missing when none was asked for")
                @Nullable List<String> options) {}
