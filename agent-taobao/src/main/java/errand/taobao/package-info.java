/**
 * The taobao agent: goods that are searched, compared and ordered. Knows nothing of Kafka or plans.
 */
@NullMarked
package errand.taobao;

import org.jspecify.annotations.NullMarked;
