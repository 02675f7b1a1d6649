@NullMarked
package errand.orchestrator.admission;

import org.jspecify.annotations.NullMarked;
