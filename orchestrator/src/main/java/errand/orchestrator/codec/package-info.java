/**
 * The core's records as JSON and as Avro, both ways. Knows the shape of the core and of the schemas
 * and decides nothing.
 */
@NullMarked
package errand.orchestrator.codec;

import org.jspecify.annotations.NullMarked;
