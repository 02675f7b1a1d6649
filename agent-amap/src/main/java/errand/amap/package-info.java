/** The amap agent: places, ways, weather, meals. Knows nothing of Kafka, plans or payment. */
@NullMarked
package errand.amap;

import org.jspecify.annotations.NullMarked;
