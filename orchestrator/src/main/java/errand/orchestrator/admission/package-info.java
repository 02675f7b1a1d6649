/**
 * How much is let in at once: messages to be thought about and plans to be carried out, each in a
 * lane of its own. What does not fit waits in a queue that is fair between people and whose places
 * they can see. Knows nothing of how a plan goes on.
 */
@NullMarked
package errand.orchestrator.admission;

import org.jspecify.annotations.NullMarked;
