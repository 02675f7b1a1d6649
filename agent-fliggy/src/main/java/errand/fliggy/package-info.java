/**
 * The fliggy agent: travel by train, nights in hotels. Knows nothing of Kafka, plans or payment.
 */
@NullMarked
package errand.fliggy;

import org.jspecify.annotations.NullMarked;
