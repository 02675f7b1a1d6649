package errand.taobao.market;

import errand.agent.Describe;
import java.util.List;

/** How what was found divides; each value can be asked for in the next search. */
public record Facet(
        @Describe("Which filter of goods.search it is: category, brand, seller or attributes")
                String name,
        @Describe("Most frequent first, 8 at most") List<Value> values) {

    public Facet {
        values = List.copyOf(values);
    }

    /** One value and how often it was found. */
    public record Value(
            @Describe("What to put into that filter") String value,
            @Describe("How many of the found goods have it") int count) {}
}
