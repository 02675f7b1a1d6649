package errand.orchestrator.directory;

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

    /** Full names of what an agent can do, sorted; none for an agent that is not here. */
    List<String> capabilities(String agent);
}
