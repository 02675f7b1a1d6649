/** Load on a running installation, and what it costs there: drivers, clients, counters. */
@NullMarked
package errand.bench.load;

import org.jspecify.annotations.NullMarked;
