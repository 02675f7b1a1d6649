package errand.orchestrator.planner;

import errand.agent.Describe;
import java.util.List;

/** Something the person is asked. */
public record Question(
        @Describe("Id, unique in the conversation") String id,
        @Describe("The slot it fills") String slot,
        @Describe("The question") String text,
        @Describe("Answers to choose from; empty when any will do") List<String> options) {

    public Question {
        options = options == null ? List.of() : List.copyOf(options);
    }
}
