package errand.orchestrator.planner;

import errand.agent.Describe;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person allowed the planner to know of them. */
public record Person(
        @Describe("Id of the person") String user,
        @Describe("City they live in, 杭州") @Nullable String homeCity,
        @Describe("Addresses by the person's own names: 公司, 家, 妈妈") Map<String, String> places) {

    public Person {
        places = places == null ? Map.of() : Map.copyOf(places);
    }
}
