package errand.orchestrator.directory;

import errand.agent.Limits;
import java.util.List;
import java.util.Optional;

/** Which agents are here and what they can do, as of now. Drafts are checked against it. */
public interface Directory {

    /** A capability by its full name, {@code <agent>.<noun>.<verb>}. */
    Optional<Described> find(String capability);

    /** Names of the agents that are here, sorted. */
    List<String> agents();

    /**
     * Whether an agent that is here has not been heard of for a minute; its tasks may wait long.
     */
    default boolean silent(String agent) {
        return false;
    }

    /** Whether all workers of an agent are taken, so that its tasks wait for their turn. */
    default boolean busy(String agent) {
        return false;
    }

    /** Why an agent that is here can do less than its business does elsewhere. */
    default Optional<Limits> limits(String agent) {
        return Optional.empty();
    }

    /** Full names of what an agent can do, sorted; none for an agent that is not here. */
    List<String> capabilities(String agent);
}
