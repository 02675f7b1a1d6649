/** What the runtime of agents costs, without plans. */
@NullMarked
package errand.bench.agents;

import org.jspecify.annotations.NullMarked;
