/** The business of travel as the agent speaks of it: ports, what goes in and out, fee rules. */
@NullMarked
package errand.fliggy.travel;

import org.jspecify.annotations.NullMarked;
