/** The raw bound: the hops of a plan on bare Kafka, the yardstick of every other figure. */
@NullMarked
package errand.bench.raw;

import org.jspecify.annotations.NullMarked;
