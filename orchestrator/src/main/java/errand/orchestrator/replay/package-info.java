/** Reads history: rebuilds a conversation from its log and compares. Sends nothing. */
@NullMarked
package errand.orchestrator.replay;

import org.jspecify.annotations.NullMarked;
