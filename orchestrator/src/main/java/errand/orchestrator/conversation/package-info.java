/**
 * What the person asked, what is running for them, what we answered. Owns plans. As pure as they
 * are: sees nothing but its inputs.
 */
@NullMarked
package errand.orchestrator.conversation;

import org.jspecify.annotations.NullMarked;
