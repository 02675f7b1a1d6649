/** The port: what a business must be able to do for this agent, whoever it is. */
@NullMarked
package agents.sampleshop.sessions;

import org.jspecify.annotations.NullMarked;
