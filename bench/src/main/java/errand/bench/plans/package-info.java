/**
 * What plans cost on a running installation, beside what bare Kafka would take for the same hops.
 */
@NullMarked
package errand.bench.plans;

import org.jspecify.annotations.NullMarked;
