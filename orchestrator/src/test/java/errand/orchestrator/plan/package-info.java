/** The core by examples. */
@NullMarked
package errand.orchestrator.plan;

import org.jspecify.annotations.NullMarked;
