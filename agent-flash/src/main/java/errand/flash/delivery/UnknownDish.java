package errand.flash.delivery;

import errand.agent.Describe;
import java.util.List;

/** What comes with the refusal of a dish that no recipe is known for. */
public record UnknownDish(
        @Describe("Known dishes that are called nearly so; may be empty") List<String> nearest,
        @Describe("How many dishes are known") int known,
        @Describe("Some of them") List<String> examples) {}
