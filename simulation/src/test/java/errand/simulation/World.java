package errand.simulation;

import errand.orchestrator.plan.PlanSpec;
import errand.testkit.SettableClock;
import java.util.List;
import java.util.Optional;

/** What people want in a run and the business that does it; knows nothing of how messages go. */
interface World {

    /** A plan that somebody submits. */
    record Wish(String conversation, PlanSpec plan) {}

    /** Makes the world of one run. */
    interface Maker {
        World of(Chaos chaos, SettableClock clock);
    }

    /** What is wanted, in the order it is said; at least one. Asked once, at the beginning. */
    List<Wish> wishes();

    /** Whether its plans have the shape that {@link SecondThoughts} know how to change. */
    default boolean changeable() {
        return false;
    }

    /** Who does this. */
    SimulatedAgent agentOf(String capability);

    /** The agents hear that a plan has ended. */
    void planEnded(String planId);

    /**
     * Perhaps something changes that no message asked for.
     *
     * @return the conversation in which somebody changes their mind, if any
     */
    Optional<String> stir();

    /** Somebody is about to say something, and may take their time. */
    void hesitates();

    /** {@link Broken} when the business is not as the plans say at their end. */
    void mustHold(Endings endings);
}
