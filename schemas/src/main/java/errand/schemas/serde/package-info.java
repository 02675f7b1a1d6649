/**
 * Avro records to and from bytes in the Confluent wire format. Knows nothing of topics' contents.
 */
@NullMarked
package errand.schemas.serde;

import org.jspecify.annotations.NullMarked;
