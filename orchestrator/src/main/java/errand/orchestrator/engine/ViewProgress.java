package errand.orchestrator.engine;

import org.apache.kafka.common.TopicPartition;

/**
 * What the view has. A message for a conversation that the engine forgot begins where the view says
 * it ended, so only what the view has may be forgotten.
 */
interface ViewProgress extends AutoCloseable {

    /** Nobody asks a view. */
    ViewProgress EVERYTHING = inbox -> Long.MAX_VALUE;

    /**
     * The view has what followed from every input of this partition below this offset; 0 while
     * nothing is known.
     */
    long below(TopicPartition inbox);

    @Override
    default void close() {}
}
