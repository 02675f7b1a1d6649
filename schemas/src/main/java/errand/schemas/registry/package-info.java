/** Client of a schema registry that speaks Confluent's REST API. Knows nothing of Kafka records. */
@NullMarked
package errand.schemas.registry;

import org.jspecify.annotations.NullMarked;
