/** What single parts cost in nanoseconds and bytes, by JMH: no broker, no threads, no waiting. */
@NullMarked
package errand.bench.micro;

import org.jspecify.annotations.NullMarked;
