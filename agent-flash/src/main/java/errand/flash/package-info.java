/** The flash agent: shops nearby that deliver within the hour. Knows nothing of Kafka or plans. */
@NullMarked
package errand.flash;

import org.jspecify.annotations.NullMarked;
