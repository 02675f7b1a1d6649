package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search was taken to mean; to be said back, so that the person can correct it. */
public record Understood(
        @Describe("Words that were looked for, prices taken out") String text,
        @Describe("Highest payable price in whole yuan, from the filter or the words")
                @Nullable Integer maxPrice,
        @Describe("Lowest payable price in whole yuan") @Nullable Integer minPrice,
        @Describe("Properties that were required") List<String> attributes,
        @Describe("What comes first") Sort sort) {

    public Understood {
        attributes = List.copyOf(attributes);
    }
}
