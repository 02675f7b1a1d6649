package errand.orchestrator.engine;

import java.util.Optional;

/**
 * Says whether messages can be sent to a topic, and makes it so where possible. A Streams producer
 * that is given a topic that does not exist blocks its thread, so this is asked first.
 */
@FunctionalInterface
interface Destinations {

    /**
     * Asked for every message; cheap for a topic that was there once.
     *
     * @param topic without the prefix of the installation
     * @return why nothing can be sent there, or empty
     */
    Optional<String> problem(String topic);

    /** All topics are there. */
    static Destinations allThere() {
        return topic -> Optional.empty();
    }
}
