/** The amap agent: where places are and how long ways take. Knows nothing of Kafka or plans. */
@NullMarked
package errand.amap;

import org.jspecify.annotations.NullMarked;
