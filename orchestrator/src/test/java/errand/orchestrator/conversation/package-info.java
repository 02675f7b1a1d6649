/** What the conversation's core does, input by input. */
@NullMarked
package errand.orchestrator.conversation;

import org.jspecify.annotations.NullMarked;
