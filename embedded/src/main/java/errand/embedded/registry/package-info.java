/**
 * A schema registry in this JVM: the part of Confluent's REST API that Errand and common tools use,
 * kept in the compacted topic {@code _schemas}. Knows nothing of Errand's own records.
 */
@NullMarked
package errand.embedded.registry;

import org.jspecify.annotations.NullMarked;
