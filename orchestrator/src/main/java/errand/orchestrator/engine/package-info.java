/**
 * The imperative shell around the core: a Kafka Streams processor that reads the inbox, decides,
 * stores and sends. Decides nothing itself.
 */
@NullMarked
package errand.orchestrator.engine;

import org.jspecify.annotations.NullMarked;
